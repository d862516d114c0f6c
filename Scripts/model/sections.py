"""The bytes of the container: numbers, words, strings, sorted tables of words, sections."""

import struct

MAGIC = b"ANNALSNL"
BLOCK = 32


class Writer:
    def __init__(self):
        self.out = bytearray()

    def number(self, value):
        """An unsigned LEB128."""
        while value >= 0x80:
            self.out.append(value & 0x7F | 0x80)
            value >>= 7
        self.out.append(value)

    def numbers(self, values):
        self.number(len(values))
        for value in values:
            self.number(value)

    def word(self, value):
        """Eight bytes, little-endian."""
        self.out += struct.pack("<Q", value)

    def blob(self, data):
        self.number(len(data))
        self.out += data

    def string(self, text):
        self.blob(text.encode())

    def strings(self, texts, counted=True):
        if counted:
            self.number(len(texts))
        for text in texts:
            self.string(text)

    def bytes(self):
        return bytes(self.out)


class Container:
    """A header, a directory of named sections, and the sections at multiples of 64 bytes."""

    def __init__(self, version):
        self.version = version
        self.sections = []

    def add(self, name, data):
        self.sections.append((name, data))

    def encoded(self):
        head = MAGIC + struct.pack("<II", self.version, len(self.sections))
        offset = len(head) + 24 * len(self.sections)
        body = bytearray()
        for name, data in self.sections:
            padding = -offset % 64
            body += bytes(padding) + data
            offset += padding
            head += struct.pack("<16sII", name.encode(), offset, len(data))
            offset += len(data)
        return head + bytes(body)


def string_table(entries):
    """Words in the order of their UTF-8, each without what it shares with the one before; the first of every block whole.

    A word's own list of words, if it has one, follows it: how many, and each without what it shares with the word.
    """
    items = sorted((word.encode(), values) for word, values in entries.items())
    has_values = any(values is not None for _, values in items)
    blocks, body, last = [], Writer(), b""
    for i, (word, values) in enumerate(items):
        if i % BLOCK == 0:
            blocks.append(len(body.out))
            last = b""
        append_after(body, last, word)
        if has_values:
            body.number(len(values))
            for value in values:
                append_after(body, word, value.encode())
        last = word
    head = struct.pack("<IIII", len(items), BLOCK, 1 if has_values else 0, len(body.out))
    return head + b"".join(struct.pack("<I", block) for block in blocks) + body.bytes()


def append_after(out, last, word):
    """One byte with how many bytes are shared and how many follow; 15 that follow means that the number less 15 comes next."""
    most = min(len(word), len(last), 15)
    shared = next((k for k in range(most) if word[k] != last[k]), most)
    rest = len(word) - shared
    out.out.append(shared << 4 | min(rest, 15))
    if rest >= 15:
        out.number(rest - 15)
    out.out += word[shared:]
