"""Trains a German pipeline on a handful of invented sentences: no good for reading, but all that a conversion has to carry over.

    train_pipeline.py <folder> [own | shared]

It has the shape of spaCy's small CPU pipelines. `own` (the default) gives names an encoder of their own; with `shared` they use
that of tags and trees. Needs spaCy 3.6.1.
"""

import sys

import spacy
from spacy.lookups import Lookups
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed

# A token: word, tag, head (counted from 1 in its sentence; 0 for the root), label. A name: its label, first and last token.
SENTENCES = [
    ("Der/ART/2/nk Hafen/NN/5/sb von/APPR/2/pg Altsund/NE/3/nk bleibt/VVFIN/0/ROOT geschlossen/VVPP/5/pd ./$./5/punct", [("LOC", 4, 4)]),
    ("Gestern/ADV/2/mo hat/VAFIN/0/ROOT ein/ART/4/nk Matrose/NN/2/sb angerufen/VVPP/2/oc ,/$,/4/punct der/PRELS/9/sb nichts/PIS/9/oa "
     "wusste/VVFIN/4/rc ./$./2/punct", []),
    ("Den/ART/2/nk Bericht/NN/7/oa hat/VAFIN/0/ROOT Frau/NN/5/nk Lindqvist/NE/3/sb niemandem/PIS/7/da gezeigt/VVPP/3/oc ./$./3/punct", [("PER", 5, 5)]),
    ("Die/ART/2/nk Reederei/NN/4/sb Nordlicht/NE/2/nk verkaufte/VVFIN/0/ROOT zwei/CARD/6/nk Schiffe/NN/4/oa an/APPR/4/op die/ART/9/nk "
     "Stadt/NN/7/nk Altsund/NE/9/nk ./$./4/punct", [("ORG", 3, 3), ("LOC", 10, 10)]),
    ("Am/APPRART/4/mo 3./ADJA/3/nk Mai/NN/1/nk kam/VVFIN/0/ROOT Jens/NE/6/pnc Ahlmann/NE/4/sb aus/APPR/4/mo Bergen/NE/7/nk zurück/PTKVZ/4/svp "
     "./$./4/punct", [("PER", 5, 6), ("LOC", 8, 8)]),
    ("Wer/PWS/2/sb bezahlt/VVFIN/0/ROOT die/ART/4/nk Fischer/NN/2/oa ?/$./2/punct", []),
    ("Die/ART/2/nk Lotsen/NN/3/sb streiken/VVFIN/0/ROOT ,/$,/3/punct weil/KOUS/9/cp der/ART/7/nk Lohn/NN/9/sb nicht/PTKNEG/9/ng steigt/VVFIN/3/mo "
     "./$./3/punct", []),
    ("Es/PPER/2/sb gibt/VVFIN/0/ROOT keine/PIAT/4/nk Boote/NN/2/oa und/KON/4/cd keine/PIAT/7/nk Netze/NN/5/cj mehr/ADV/2/mo ./$./2/punct", []),
    ("Kapitän/NN/2/nk Ahlmann/NE/3/sb sagte/VVFIN/0/ROOT ,/$,/3/punct das/ART/6/nk Wasser/NN/7/sb sei/VAFIN/3/oc ruhig/ADJD/7/pd ./$./3/punct", [("PER", 2, 2)]),
    ("Die/ART/2/nk Werft/NN/4/sb Süd/NE/2/nk baut/VVFIN/0/ROOT neue/ADJA/6/nk Boote/NN/4/oa in/APPR/4/mo Bergen/NE/7/nk ./$./4/punct", [("ORG", 2, 3), ("LOC", 8, 8)]),
]

RULES = {
    "verb": [["te", "en"], ["t", "en"], ["", ""]],
    "noun": [["e", ""], ["n", ""], ["", ""]],
    "adj": [["e", ""], ["er", ""]],
}
EXCEPTIONS = {"verb": {"kam": ["kommen"], "wusste": ["wissen"]}, "aux": {"hat": ["haben"], "sei": ["sein"]}, "noun": {"schiffe": ["Schiff"]}}
INDEX = {"verb": ["bezahlen", "bauen", "streiken", "geben"], "noun": ["boot", "netz", "hafen"], "adj": ["neu"]}
PARTS = {
    "NOUN": ["NN"], "PROPN": ["NE"], "VERB": ["VVFIN", "VVPP"], "AUX": ["VAFIN"], "DET": ["ART", "PIAT"], "PUNCT": ["$.", "$,"], "NUM": ["CARD"],
    "ADV": ["ADV"], "ADJ": ["ADJA", "ADJD"], "PRON": ["PIS", "PPER", "PRELS", "PWS"], "ADP": ["APPR", "APPRART", "PTKVZ"], "SCONJ": ["KOUS"],
    "CCONJ": ["KON"], "PART": ["PTKNEG"],
}


def config(encoder):
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2", "width": 32, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY"],
            "rows": [300, 100, 200, 100, 20], "include_static_vectors": False,
        },
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 32, "depth": 3, "window_size": 1, "maxout_pieces": 3},
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 32, "upstream": "tok2vec"}

    def moves(kind, source, tokens):
        return {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": kind, "extra_state_tokens": False, "hidden_width": 32,
            "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": source,
        }

    return {
        "nlp": {"lang": "de", "pipeline": ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]},
        "components": {
            "tok2vec": {"factory": "tok2vec", "model": tok2vec},
            "tagger": {"factory": "tagger", "model": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": listener}},
            # With so few sentences every label is rare.
            "parser": {"factory": "parser", "min_action_freq": 1, "model": moves("parser", listener, 8)},
            "attribute_ruler": {"factory": "attribute_ruler"},
            "lemmatizer": {"factory": "lemmatizer", "mode": "rule"},
            "ner": {"factory": "ner", "model": moves("ner", tok2vec if encoder == "own" else listener, 3)},
        },
    }


def example(nlp, text, names):
    tokens = [token.rsplit("/", 3) for token in text.split()]
    words = [token[0] for token in tokens]
    heads = [int(token[2]) - 1 if int(token[2]) else place for place, token in enumerate(tokens)]
    spaces = [place + 1 < len(words) and words[place + 1] not in ".,?" for place in range(len(words))]
    doc = Doc(nlp.vocab, words, spaces, tags=[token[1] for token in tokens], heads=heads, deps=[token[3] for token in tokens])
    doc.ents = [Span(doc, first - 1, last, label) for label, first, last in names]
    return Example(nlp.make_doc(doc.text), doc)


def train(folder, encoder="own"):
    fix_random_seed(7)
    nlp = spacy.util.load_model_from_config(config(encoder), auto_fill=True)
    for part, tags in PARTS.items():
        nlp.get_pipe("attribute_ruler").add([[{"TAG": tag}] for tag in tags], {"POS": part})
    nlp.get_pipe("attribute_ruler").add([[{"LOWER": {"IN": ["nichts", "niemand"]}, "TAG": "PIS"}]], {"LEMMA": "nichts"})
    nlp.get_pipe("attribute_ruler").add([[{"TAG": "ART"}, {"ORTH": {"REGEX": "^[A-ZÄÖÜ]+$"}}]], {"POS": "PROPN"}, index=1)
    nlp.get_pipe("attribute_ruler").add([[{"IS_SPACE": True}]], {"POS": "SPACE", "TAG": "_SP"})
    tables = Lookups()
    for name, table in (("lemma_rules", RULES), ("lemma_exc", EXCEPTIONS), ("lemma_index", INDEX)):
        tables.add_table(name, table)
    examples = [example(nlp, text, names) for text, names in SENTENCES]
    # The other two would look for tables that spaCy does not bring along, and forget the rules.
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser", "ner"]):
        optimizer = nlp.initialize(lambda: examples)
    nlp.get_pipe("lemmatizer").initialize(lookups=tables)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    nlp.meta["name"] = "invented_sm"
    nlp.to_disk(folder)


if __name__ == "__main__":
    train(*sys.argv[1:])
