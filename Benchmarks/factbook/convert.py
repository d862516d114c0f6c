#!/usr/bin/env python3
"""Turns one country of the factbook series into a story that annals can record.

    convert.py COUNTRY_FOLDER OUTPUT_FOLDER NAME

COUNTRY_FOLDER holds <number>_<date>.json, each {"path > of > field": "text"}. OUTPUT_FOLDER gets vocabulary.yaml (every
field a single-valued state) and, for each revision, <number>_<date>/{factbook-<code>.md,claims.jsonl}. The report is front matter
only: a structured source, whose claims have no quotation. "2,568,426 (2025 est.)" becomes a value and the year it holds for.
"""
import json
import pathlib
import re
import sys

DATED = re.compile(r"^(?P<value>[^()]+?) \((?P<year>\d{4})(?P<estimate> est\.)?\)(?P<rest>(?: note:.*)?)$")


def slug(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")


def claim(code: str, name: str, path: str, text: str) -> dict:
    result = {"report": f"factbook-{code}", "subject": name, "predicate": slug(path), "certainty": "certain"}
    dated = DATED.match(text)
    if not dated:
        return result | {"object": {"text": text}}
    result |= {"object": dated["value"], "time": dated["year"]}
    ext = {key: value for key, value in (("estimate", bool(dated["estimate"])), ("note", dated["rest"].strip())) if value}
    return result | ({"ext": ext} if ext else {})


def vocabulary(revisions: list[dict]) -> str:
    paths = sorted({path for revision in revisions for path in revision})
    by_id: dict[str, list[str]] = {}
    for path in paths:
        by_id.setdefault(slug(path), []).append(path)
    lines = ["format: vocabulary/1", "predicates:"]
    for identifier, names in sorted(by_id.items()):
        lines.append(f"  - {{id: {identifier}, label: {json.dumps(names[0])}, kind: state, single-valued: true}}")
    return "\n".join(lines) + "\n"


def main() -> None:
    source, output, name = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    files = sorted(source.glob("*.json"))
    revisions = [json.loads(file.read_text()) for file in files]
    output.mkdir(parents=True, exist_ok=True)
    (output / "vocabulary.yaml").write_text(vocabulary(revisions))
    for file, fields in zip(files, revisions):
        folder, date = output / file.stem, file.stem.split("_")[1]
        folder.mkdir(exist_ok=True)
        header = {"annals": "claims/1", "extractor": {"name": "factbook", "version": "1"}}
        rows = [header] + [claim(source.name, name, path, text) for path, text in fields.items()]
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / "claims.jsonl").write_text("\n".join(lines) + "\n")
        matter = f"---\ntitle: {name}\nsource: The World Factbook\npublished: {date}\nlanguage: en\n---\n"
        (folder / f"factbook-{source.name}.md").write_text(matter)


if __name__ == "__main__":
    main()
