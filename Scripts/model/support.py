"""What of a pipeline Sources/Linguistics cannot do, so that nothing is converted that would read otherwise than spaCy does."""

from spacy.attrs import IS_SPACE, LOWER, NORM, PREFIX, SHAPE, SUFFIX
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.pipeline import Lemmatizer
from spacy.tokenizer import Tokenizer

COMPONENTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
LISTENER = "tok2vec-listener"


def problems(nlp):
    """Sentences, one for each thing that is not supported; none where the pipeline can be converted."""
    found = [f"it has no {name}" for name in COMPONENTS if name not in nlp.pipe_names]
    found += [f"{name}: what this component decides would be lost" for name in nlp.pipe_names if name not in COMPONENTS]
    found += words(nlp)
    if found:
        return found
    names = nlp.pipe_names
    if names.index("lemmatizer") < max(names.index("attribute_ruler"), names.index("tagger")):
        found.append("lemmatizer: it runs before the parts of speech are known")
    found += shared_encoder(nlp, "tagger") + shared_encoder(nlp, "parser")
    found += encoder("tok2vec", nlp.get_pipe("tok2vec").model)
    if not listens(nlp.get_pipe("ner").model):
        found += encoder("ner", nlp.get_pipe("ner").model.layers[0])
    return found + transitions(nlp, "parser", 8) + transitions(nlp, "ner", 3) + base_forms(nlp.get_pipe("lemmatizer"))


def listens(model):
    """Whether a component uses the encoder of the pipeline instead of one of its own."""
    return any(layer.name == LISTENER for layer in model.walk())


def words(nlp):
    found = []
    if type(nlp.tokenizer) is not Tokenizer:
        found.append(f"tokenizer: {type(nlp.tokenizer).__name__} is not spaCy's own, which works by rules")
    elif nlp.tokenizer.token_match is not None:
        found.append("tokenizer: token_match is not supported")
    own = nlp.Defaults.lex_attr_getters
    for name, key in {"NORM": NORM, "LOWER": LOWER, "PREFIX": PREFIX, "SUFFIX": SUFFIX, "SHAPE": SHAPE, "IS_SPACE": IS_SPACE}.items():
        if key in own:
            found.append(f"the language computes {name} in a way of its own")
    return found


def shared_encoder(nlp, name):
    return [] if listens(nlp.get_pipe(name).model) else [f"{name}: an encoder of its own is not supported; it has to listen to tok2vec"]


def encoder(name, model):
    layers = list(model.walk())
    extracting = [layer for layer in layers if layer.name == "extract_features"]
    if len(extracting) != 1 or not any(layer.name == "hashembed" for layer in layers):
        return [f"{name}: its encoder is not made of hash embeddings"]
    found = []
    unknown = [str(column) for column in extracting[0].attrs["columns"] if str(column) not in FEATURES]
    if unknown:
        found.append(f"{name}: it looks at {', '.join(unknown)}, of which only {', '.join(FEATURES)} are supported")
    if any(layer.name == "static_vectors" for layer in layers):
        found.append(f"{name}: static vectors are not supported")
    if any("lstm" in layer.name for layer in layers):
        found.append(f"{name}: only convolutions are supported")
    for layer in layers:
        if layer.name == "expand_window" and layer.attrs["window_size"] != 1:
            found.append(f"{name}: windows of {layer.attrs['window_size']} words on either side are not supported, only of 1")
            break
    return found


def transitions(nlp, name, places):
    pipe = nlp.get_pipe(name)
    found = []
    if not pipe.model.attrs["has_upper"]:
        found.append(f"{name}: use_upper = false is not supported")
    elif pipe.model.layers[1].get_dim("nF") != places:
        found.append(f"{name}: {pipe.model.layers[1].get_dim('nF')} tokens describe its states, not {places} (extra_state_tokens)")
    elif pipe.model.layers[1].get_dim("nP") != 2:
        found.append(f"{name}: {pipe.model.layers[1].get_dim('nP')} maxout pieces are not supported, only 2")
    if pipe.cfg.get("beam_width", 1) > 1:
        found.append(f"{name}: a beam of {pipe.cfg['beam_width']} is not supported, only the best move at each step")
    if pipe.cfg.get("learn_tokens"):
        found.append(f"{name}: learn_tokens is not supported")
    return found


def base_forms(source):
    if not isinstance(source, Lemmatizer):
        return [f"lemmatizer: {type(source).__name__} is not supported, only spaCy's Lemmatizer with mode rule"]
    found = [] if source.mode == "rule" else [f"lemmatizer: mode {source.mode} is not supported, only rule"]
    if type(source).rule_lemmatize is not Lemmatizer.rule_lemmatize:
        found.append("lemmatizer: the language has rules in code of its own")
    if type(source).is_base_form not in (Lemmatizer.is_base_form, EnglishLemmatizer.is_base_form):
        found.append("lemmatizer: the language tells base forms in a way of its own")
    if source.overwrite:
        found.append("lemmatizer: overwrite = true is not supported")
    return found


def knows_base_forms(source):
    """Whether features tell base forms, as in English."""
    return type(source).is_base_form is EnglishLemmatizer.is_base_form
