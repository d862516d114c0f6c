"""Regular expressions of the tokenizer as small programs over classes of characters."""

import functools
import re
import sys
from re import _constants as sre
from re import _parser

from sections import Writer

MATCH, CLASS, SPLIT, JUMP, BEGIN, END, LOOK = range(7)
LAST = 0x10FFFF
UNBOUNDED = 1 << 20


class PatternTable:
    """All patterns, and the classes that they share."""

    def __init__(self):
        self.classes, self.programs = {}, []

    def search(self, pattern):
        return self._add(pattern, False)

    def whole(self, pattern):
        return self._add(pattern, True)

    def _add(self, pattern, at_start):
        pattern = re.compile(pattern)
        if pattern.flags & ~re.UNICODE:
            sys.exit(f"flags of {pattern} are not supported")
        tree = simplified(_parser.parse(pattern.pattern))
        branches = tree[0][1] if len(tree) == 1 and tree[0][0] == "branch" else [tree]
        anchored = at_start or all(branch and branch[0] == ("begin",) for branch in branches)
        self.programs.append((anchored, [self._branch(branch) for branch in branches]))
        return len(self.programs) - 1

    def _class(self, ranges):
        return self.classes.setdefault(ranges, len(self.classes))

    def _branch(self, nodes):
        program = []
        self._emit(nodes, program)
        program.append((MATCH,))
        needed = sorted(needs(nodes), key=lambda ranges: (size(ranges), ranges))
        ends = bool(nodes) and nodes[-1] == ("end",)
        return (
            self._class(first(nodes)[0] if not first(nodes)[1] else ((0, LAST),)),
            self._class(needed[0]) if needed else None,
            self._class(body(nodes)) if ends else None,
            min(width(nodes)[1], UNBOUNDED),
            program,
        )

    def _emit(self, nodes, out):
        for node in nodes:
            kind = node[0]
            if kind == "class":
                out.append((CLASS, self._class(node[1])))
            elif kind == "begin":
                out.append((BEGIN,))
            elif kind == "end":
                out.append((END,))
            elif kind == "group":
                self._emit(node[1], out)
            elif kind == "branch":
                self._emit_branch(node[1], out)
            elif kind == "repeat":
                self._emit_repeat(node, out)
            elif kind == "look":
                self._emit_look(node, out)

    def _emit_branch(self, branches, out):
        jumps = []
        for i, branch in enumerate(branches):
            if i + 1 < len(branches):
                split = len(out)
                out.append(None)
            self._emit(branch, out)
            if i + 1 < len(branches):
                jumps.append(len(out))
                out.append(None)
                out[split] = (SPLIT, split + 1, len(out))
        for jump in jumps:
            out[jump] = (JUMP, len(out))

    def _emit_repeat(self, node, out):
        _, low, high, greedy, inner = node
        for _ in range(low):
            self._emit(inner, out)
        if high is None:
            split = len(out)
            out.append(None)
            self._emit(inner, out)
            out.append((JUMP, split))
            out[split] = (SPLIT, split + 1, len(out)) if greedy else (SPLIT, len(out), split + 1)
            return
        splits = []
        for _ in range(high - low):
            splits.append(len(out))
            out.append(None)
            self._emit(inner, out)
        for split in splits:
            out[split] = (SPLIT, split + 1, len(out)) if greedy else (SPLIT, len(out), split + 1)

    def _emit_look(self, node, out):
        _, behind, negative, inner = node
        low, high = width(inner)
        if behind and low != high:
            sys.exit("a look-behind of more than one width is not supported")
        place = len(out)
        out.append(None)
        self._emit(inner, out)
        out.append((MATCH,))
        out[place] = (LOOK, (2 if behind else 0) + (1 if negative else 0), low if behind else 0, len(out))

    def encoded(self):
        out = Writer()
        out.number(len(self.classes))
        for ranges in self.classes:
            out.number(len(ranges))
            last = 0
            for low, high in ranges:
                out.number(low - last)
                out.number(high - low)
                last = high
        out.number(len(self.programs))
        for anchored, branches in self.programs:
            out.number(1 if anchored else 0)
            out.number(len(branches))
            for start, needed, tail, widest, program in branches:
                out.numbers([start, 0 if needed is None else needed + 1, 0 if tail is None else tail + 1, widest])
                out.number(len(program))
                for instruction in program:
                    for value in instruction:
                        out.number(value)
        return out.bytes()


# From Python's tree to ours: classes, groups, branches, repeats, looks and the two ends.


def simplified(tree):
    out = []
    for op, argument in tree:
        if op is sre.LITERAL:
            out.append(("class", ((argument, argument),)))
        elif op is sre.NOT_LITERAL:
            out.append(("class", inverted(((argument, argument),))))
        elif op is sre.ANY:
            out.append(("class", inverted(((10, 10),))))
        elif op is sre.IN:
            out.append(("class", members(argument)))
        elif op is sre.BRANCH:
            out.append(("branch", merged([simplified(branch) for branch in argument[1]])))
        elif op is sre.SUBPATTERN:
            _, on, off, inner = argument
            if on or off:
                sys.exit("flags inside a pattern are not supported")
            out.extend(simplified(inner))
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            low, high, inner = argument
            high = None if high == sre.MAXREPEAT else int(high)
            out.append(("repeat", int(low), high, op is sre.MAX_REPEAT, simplified(inner)))
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = argument
            out.append(("look", direction < 0, op is sre.ASSERT_NOT, simplified(inner)))
        elif op is sre.AT and argument in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            out.append(("begin",))
        elif op is sre.AT and argument in (sre.AT_END, sre.AT_END_STRING):
            out.append(("end",))
        else:
            sys.exit(f"{op} in a pattern is not supported")
    if len(out) > 1 and out[0] == ("begin",) and out[1][0] == "branch" and len(out) == 2:
        # Python takes a common beginning out of the branches; each branch is tried on its own here.
        return [("branch", [[("begin",)] + branch for branch in out[1][1]])]
    return out


def merged(branches):
    """Neighbours that differ in their first class only become one."""
    out = []
    for branch in branches:
        if out and branch and out[-1] and branch[0][0] == out[-1][0][0] == "class" and branch[1:] == out[-1][1:]:
            out[-1] = [("class", united(out[-1][0][1] + branch[0][1]))] + branch[1:]
        else:
            out.append(branch)
    return out


def members(items):
    ranges, negative = [], False
    for op, argument in items:
        if op is sre.NEGATE:
            negative = True
        elif op is sre.LITERAL:
            ranges.append((argument, argument))
        elif op is sre.RANGE:
            ranges.append(argument)
        elif op is sre.CATEGORY:
            ranges.extend(category(str(argument)))
        else:
            sys.exit(f"{op} in a class is not supported")
    return inverted(united(ranges)) if negative else united(ranges)


@functools.cache
def category(name):
    letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[name.split("_")[-1]]
    test = re.compile(letter.upper() if "NOT" in name else letter).match
    return united((c, c) for c in range(LAST + 1) if not 0xD800 <= c < 0xE000 and test(chr(c)))


def united(ranges):
    out = []
    for low, high in sorted(ranges):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return tuple(out)


def inverted(ranges):
    out, next_ = [], 0
    for low, high in ranges:
        if next_ < low:
            out.append((next_, low - 1))
        next_ = high + 1
    if next_ <= LAST:
        out.append((next_, LAST))
    return tuple(out)


def size(ranges):
    return sum(high - low + 1 for low, high in ranges)


# What is known of a pattern before it is run: where a search may begin, and what it cannot do without.


def width(nodes):
    low = high = 0
    for node in nodes:
        if node[0] == "class":
            inner = (1, 1)
        elif node[0] == "branch":
            each = [width(branch) for branch in node[1]]
            inner = (min(a for a, _ in each), max(b for _, b in each))
        elif node[0] == "repeat":
            a, b = width(node[4])
            inner = (a * node[1], UNBOUNDED if node[2] is None else b * node[2])
        else:
            inner = (0, 0)
        low, high = low + inner[0], min(UNBOUNDED, high + inner[1])
    return low, high


def first(nodes):
    """The class of the first character, and whether there may be none."""
    ranges = ()
    for node in nodes:
        if node[0] == "class":
            return united(ranges + node[1]), False
        if node[0] == "branch":
            each = [first(branch) for branch in node[1]]
            inner, empty = united(r for one, _ in each for r in one), any(e for _, e in each)
        elif node[0] == "repeat":
            inner, empty = first(node[4])
            empty = empty or node[1] == 0
        else:
            inner, empty = (), True
        ranges = united(ranges + inner)
        if not empty:
            return ranges, False
    return ranges, True


def needs(nodes):
    """Classes of which every match has a character."""
    out = set()
    for node in nodes:
        if node[0] == "class":
            out.add(node[1])
        elif node[0] == "branch":
            out |= set.intersection(*[needs(branch) for branch in node[1]])
        elif node[0] == "repeat" and node[1] > 0:
            out |= needs(node[4])
    return out


def body(nodes):
    """The class of all characters that a match may have."""
    ranges = ()
    for node in nodes:
        if node[0] == "class":
            ranges += node[1]
        elif node[0] == "branch":
            for branch in node[1]:
                ranges += body(branch)
        elif node[0] == "repeat":
            ranges += body(node[4])
    return united(ranges)
