#!/usr/bin/env python3
"""Scores the labels of value changes against gold.

    score_values.py ROWS.jsonl LABELS.tsv [--wrong]

ROWS: {"id", "old", "new", "gold", …} a line; gold is one of LABELS below. LABELS.tsv: id, our content label, equality of the
objects, rule. Prints `factbook-values measure value` lines: F1 of each gold label, their mean, and the mean of a rule that
compares the first number and the first year of both texts and nothing else.
"""
import json
import re
import sys

LABELS = ["new_period", "restated", "vintage_only", "precision", "format"]


def gold_label(content: str, equality: str) -> str:
    """Our label in the words of the gold; what it has no word for is its own label, and wrong."""
    if content in ("refined", "generalised"):
        return "precision" if equality == "precision" else "format"
    return {
        "updated": "new_period", "backfilled": "new_period", "corrected": "restated", "recurred": "vintage_only",
        "reworded": "format",
    }.get(content, content)


def naive_label(old: str, new: str) -> str:
    def number(text: str) -> float | None:
        match = re.search(r"-?\d[\d,]*(?:\.\d+)?", text)
        return float(match.group().replace(",", "")) if match else None

    def year(text: str) -> str | None:
        match = re.search(r"\((?:[^()]*\D)?((?:19|20)\d\d)\b", text)
        return match.group(1) if match else None

    is_same_number, is_same_year = number(old) == number(new), year(old) == year(new)
    if is_same_year:
        return "format" if is_same_number else "restated"
    return "vintage_only" if is_same_number else "new_period"


def scores(gold: list[str], predicted: list[str]) -> dict[str, float]:
    result = {}
    for label in LABELS:
        hits = sum(g == p == label for g, p in zip(gold, predicted))
        total = gold.count(label) + predicted.count(label)
        result[label] = 2 * hits / total if total else 0.0
    return result


def main() -> None:
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    with open(sys.argv[2], encoding="utf-8") as file:
        verdicts = {fields[0]: fields[1:] for fields in (line.rstrip("\n").split("\t") for line in file)}
    gold = [row["gold"] for row in rows]
    ours = [gold_label(*verdicts.get(row["id"], ["none", "-", "-"])[:2]) for row in rows]
    result = scores(gold, ours)
    naive = scores(gold, [naive_label(row["old"], row["new"]) for row in rows])
    print(f"factbook-values rows {len(rows)}")
    for label in LABELS:
        print(f"factbook-values f1-{label} {result[label]:.3f}")
    print(f"factbook-values macro-f1 {sum(result.values()) / len(LABELS):.3f}")
    print(f"factbook-values naive-macro-f1 {sum(naive.values()) / len(LABELS):.3f}")
    if "--wrong" in sys.argv[3:]:
        for row, label in zip(rows, ours):
            if label != row["gold"]:
                verdict = " ".join(verdicts.get(row["id"], ["none"]))
                print(f"{row['id']}\t{row['gold']}\t{label} ({verdict})\t{row['old']}\t{row['new']}")


if __name__ == "__main__":
    main()
