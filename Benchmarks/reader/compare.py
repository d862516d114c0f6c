"""Counts where two outputs of parse-text differ: texts, tokens, and each decision about a token."""

import sys
from collections import Counter

NAMES = ("text", "norm", "space", "tag", "part of speech", "lemma", "head", "label", "entity", "sentence start")


def main(one, other, shown=10):
    sides = [open(path, newline="\n").read().split("\n")[:-1] for path in (one, other)]
    if len(sides[0]) != len(sides[1]):
        sys.exit(f"{len(sides[0])} texts and {len(sides[1])}")
    tokens, cut_otherwise, decisions, examples = 0, 0, Counter(), []
    for number, pair in enumerate(zip(*sides)):
        first, second = ([token.split("\x1f") for token in text.split("\x1e")] if text else [] for text in pair)
        tokens += len(second)
        if [token[0] for token in first] != [token[0] for token in second]:
            cut_otherwise += 1
            continue
        for place, (a, b) in enumerate(zip(first, second)):
            for name, x, y in zip(NAMES, a, b):
                if x != y:
                    decisions[name] += 1
                    examples.append(f"text {number}, token {place}, {a[0]!r}: {name} {x!r}, {y!r}")
    print(f"texts {len(sides[0])}, tokens {tokens}, texts cut otherwise {cut_otherwise}, decisions that differ {sum(decisions.values())}")
    for name, count in decisions.items():
        print(f"  {name}: {count}")
    for example in examples[: int(shown)]:
        print("    " + example)
    return cut_otherwise == 0 and not decisions


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
