#!/usr/bin/env python3
"""Turns Penn Treebank tokens back into text, and tuples of that text into tokens again.

usage: convert.py text  <sentences>            prints each sentence as plain text
       convert.py tuples <sentences> <tuples>   prints sentence, confidence, relation, arguments (CaRB's tabbed format)
"""
import sys

BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"', "`": "'"}
NO_SPACE_BEFORE = {".", ",", ";", ":", "?", "!", ")", "]", "}", "%", "-RRB-", "-RSB-", "-RCB-", "''", "'", "n't", "'s", "'re",
                   "'ve", "'ll", "'d", "'m"}
NO_SPACE_AFTER = {"(", "[", "{", "-LRB-", "-LSB-", "-LCB-", "``", "`", "$", "£", "€", "#"}


def is_hyphen(tokens, i):
    """Whether a hyphen was set apart by the tokeniser: "coal - mine". Between other marks it is a dash."""
    return (tokens[i] == "-" and 0 < i < len(tokens) - 1
            and tokens[i - 1][-1].isalnum() and tokens[i + 1][0].isalnum())


def joins(tokens, i):
    """Whether no space stands before a token."""
    before, token = tokens[i - 1], tokens[i]
    return (token in NO_SPACE_BEFORE or before in NO_SPACE_AFTER
            or is_hyphen(tokens, i) or is_hyphen(tokens, i - 1))


def detokenise(tokens):
    """The text, and the byte range of each token in it."""
    text, ranges = b"", []
    for i, token in enumerate(tokens):
        if i and not joins(tokens, i):
            text += b" "
        start = len(text)
        text += BRACKETS.get(token, token).encode()
        ranges.append((start, len(text)))
    return text.decode(), ranges


def words(field, tokens, ranges):
    """The tokens that lie in the byte ranges of a field."""
    if field.startswith("="):
        return field[1:]
    parts = [tuple(map(int, part.split("-"))) for part in field.split()]
    chosen = [t for t, (a, b) in zip(tokens, ranges) if any(a < end and start < b for start, end in parts)]
    return " ".join(chosen)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__.split("\n\n")[-1])
    sentences = [line.rstrip("\n") for line in open(sys.argv[2], encoding="utf-8")]
    sentences = [s for s in sentences if s.strip()]
    if sys.argv[1] == "text":
        for sentence in sentences:
            print(detokenise(sentence.split())[0])
    else:
        for line in open(sys.argv[3], encoding="utf-8"):
            number, confidence, *parts = line.rstrip("\n").split("\t")
            sentence = sentences[int(number) - 1]
            tokens = sentence.split()
            _, ranges = detokenise(tokens)
            print("\t".join([sentence, confidence] + [words(part, tokens, ranges) for part in parts]))
