"""What spaCy finds, in the lines of parse-text; and the same as CoNLL-U. Needs spaCy 3.6.1 and the wheel or folder of the model."""

import sys
import tempfile
import time
import zipfile
from pathlib import Path

import numpy
import spacy
from spacy.language import Language


def pipeline(wheel, precision="half", mode="whole"):
    folder = wheel
    if Path(wheel).is_file():
        folder = tempfile.mkdtemp()
        zipfile.ZipFile(wheel).extractall(folder)
    nlp = spacy.load(next(Path(folder).rglob("config.cfg")).parent)
    if precision == "half":
        # The converter rounds matrices and leaves vectors.
        for name in ("tok2vec", "tagger", "parser", "ner"):
            for layer in nlp.get_pipe(name).model.walk():
                for key in ("E", "W"):
                    if layer.has_param(key) and layer.get_param(key) is not None:
                        layer.set_param(key, layer.get_param(key).astype(numpy.float16).astype(numpy.float32))
    if mode == "sentence":
        nlp.add_pipe("one_sentence", first=True)
    return nlp


@Language.component("one_sentence")
def one_sentence(doc):
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def fields(token):
    entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else ""
    start = "S" if token.is_sent_start or token.i == 0 else ""
    return [
        token.text, token.norm_, "1" if token.whitespace_ else "0", token.tag_, token.pos_ or "X", token.lemma_,
        str(token.head.i), token.dep_, entity, start,
    ]


def line(doc):
    return "\x1e".join("\x1f".join(fields(token)) for token in doc).replace("\n", "\\n")


def conllu(doc):
    out = []
    for sentence in doc.sents:
        out.append(f"# text = {sentence.text}")
        for token in sentence:
            notes = [] if token.whitespace_ else ["SpaceAfter=No"]
            if token.ent_type_:
                notes.append(f"NER={token.ent_iob_}-{token.ent_type_}")
            head = 0 if token.head.i == token.i else token.head.i - sentence.start + 1
            out.append("\t".join([
                str(token.i - sentence.start + 1), token.text, token.lemma_, token.pos_ or "X", token.tag_, "_", str(head),
                token.dep_, "_", "|".join(notes) or "_",
            ]))
        out.append("")
    return "\n".join(out) + "\n"


def main(wheel, precision, mode, *rest):
    texts = sys.stdin.buffer.read().decode().split("\0")
    nlp = pipeline(wheel, precision, mode)
    start = time.thread_time()
    docs = list(nlp.pipe(texts, batch_size=256))
    taken = time.thread_time() - start
    tokens = sum(len(doc) for doc in docs)
    if "quiet" not in rest:
        for doc in docs:
            print(conllu(doc) if "conllu" in rest else line(doc), end="" if "conllu" in rest else "\n")
    print(f"{tokens} tokens in {taken} s: {int(tokens / taken)} tokens/s of processor time", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
