#!/usr/bin/env python3
"""Scores open information extraction as CaRB does.

Source: Bhardwaj, Aggarwal and Mausam, "CaRB: A Crowdsourced Benchmark for Open IE", EMNLP-IJCNLP 2019. The procedure, in
full, for one sentence with gold tuples G and predicted tuples P:

1. A tuple is a relation and arguments. The second argument and all after it are joined, so that each tuple has three slots.
2. A gold and a predicted tuple are compared word by word, slot by slot; words are separated by white space, compared with
   their case, and counted as often as they occur. If the relations have no word in common, or the prediction lacks an
   argument that the gold tuple has, the pair scores 0 and 0. Otherwise its precision is common words / predicted words,
   its recall common words / gold words, both summed over the slots of the gold tuple. "be" in a predicted relation also
   matches another form of it. When the gold relation contains a verb of saying (said, told, added, adds, says), the pair
   is also compared with the arguments of the prediction exchanged, and the better of the two counts.
3. Recall of the sentence: every gold tuple takes the best recall of any predicted tuple (several may take the same one);
   the sum is divided by |G|.
4. Precision of the sentence: the pair with the highest precision is taken out of the table with its row and its column,
   again and again, min(|G|, |P|) times; the sum is divided by |P|.

Sums run over all sentences that have gold tuples. This is done for every confidence as a threshold (predictions with at
least that confidence count); F1 is the best over the thresholds, and precision and recall are those at that threshold. AUC
is the area under precision over recall, by trapezoids between the thresholds, with the point (recall 0, precision 1) added.

usage: score.py <gold.tsv> <predicted.tsv>
  gold       sentence <tab> relation <tab> argument 1 <tab> ...
  predicted  sentence <tab> confidence <tab> relation <tab> argument 1 <tab> ...
prints: carb <measure> <value>, one a line
"""
import sys
from collections import Counter, defaultdict

SAYING = ("said", "told", "added", "adds", "says")
BE = ("be", "is", "am", "are", "was", "were", "been", "being")


def slots(relation, arguments):
    """Relation, first argument, all others: as lists of words; an absent argument is None."""
    first = arguments[0].split() if arguments else None
    rest = " ".join(arguments[1:]).split() if len(arguments) > 1 else None
    return relation.split(), first, rest


def overlap(gold, predicted):
    """Precision and recall of a pair of tuples."""
    common = total_predicted = total_gold = 0
    for slot, (wanted, found) in enumerate(zip(gold, predicted)):
        if wanted is None:
            continue
        if found is None:
            return 0.0, 0.0
        shared = Counter(wanted) & Counter(found)
        count = sum(shared.values())
        if slot == 0:
            is_be_left = "be" in found and shared["be"] < found.count("be")
            count += is_be_left and any(form in wanted for form in BE)
            if count == 0:
                return 0.0, 0.0
        common += count
        total_predicted += len(found)
        total_gold += len(wanted)
    return common / total_predicted, common / total_gold


def compare(gold, relation, predicted):
    straight = overlap(gold, predicted)
    if not any(verb in relation for verb in SAYING) or predicted[2] is None:
        return straight
    return max(straight, overlap(gold, (predicted[0], predicted[2], predicted[1])))


def greedy_precision(table, columns):
    """The sum of precisions of the pairs that are taken out best first; of equals the first row, then the first column."""
    rows, columns, total = list(range(len(table))), list(columns), 0.0
    for _ in range(min(len(rows), len(columns))):
        row, column = max(((r, c) for r in rows for c in columns), key=lambda pair: table[pair[0]][pair[1]][0])
        total += table[row][column][0]
        rows.remove(row)
        columns.remove(column)
    return total


def sentence_sums(table, confidences, threshold):
    columns = [i for i, confidence in enumerate(confidences) if confidence >= threshold]
    recall = sum(max((row[c][1] for c in columns), default=0.0) for row in table)
    return greedy_precision(table, columns), len(columns), recall, len(table)


def read(path, first):
    rows = defaultdict(list)
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) > first:
            rows["".join(filter(str.isalnum, fields[0]))].append(fields[1:])
    return rows


def score(gold, predicted):
    tables = []
    for key, tuples in gold.items():
        wanted = [(slots(t[0], [a for a in t[1:] if a]), t[0]) for t in tuples]
        found = [slots(t[1], t[2:]) for t in predicted.get(key, [])]
        table = [[compare(slot, relation, other) for other in found] for slot, relation in wanted]
        tables.append((table, [float(t[0]) for t in predicted.get(key, [])]))
    thresholds = sorted({confidence for _, confidences in tables for confidence in confidences})
    curve = []
    for threshold in thresholds:
        sums = [sum(column) for column in zip(*(sentence_sums(t, c, threshold) for t, c in tables))]
        precision = sums[0] / sums[1] if sums[1] else 1.0
        curve.append((precision, sums[2] / sums[3] if sums[3] else 0.0))
    best = max(curve, key=f1, default=(0.0, 0.0))
    return best, area(curve + [(1.0, 0.0)])


def f1(point):
    return 2 * point[0] * point[1] / sum(point) if sum(point) else 0.0


def area(curve):
    points = sorted(((recall, precision) for precision, recall in curve), key=lambda p: (p[0], -p[1]))
    return sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in zip(points, points[1:]))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n\n")[-1])
    (precision, recall), auc = score(read(sys.argv[1], 1), read(sys.argv[2], 3))
    print(f"carb precision {precision:.4f}")
    print(f"carb recall {recall:.4f}")
    print(f"carb F1 {f1((precision, recall)):.4f}")
    print(f"carb AUC {auc:.4f}")
