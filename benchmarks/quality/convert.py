"""Make a set from published corpora of aligned coverage, so that anyone can repeat the figures.

usage: python -m benchmarks.quality.convert spark --alignments CSV --documents JSON -o SET.json
       python -m benchmarks.quality.convert ecb --corpus FOLDER --selected CSV -o SET.json

SPARK (Ernst et al., Findings of ACL 2024, repository ``oriern/SPARK``): people aligned the propositions of a summary
with spans of the articles it was made of. Read as published there:

- ``manual_alignments.csv``, a row for a summary proposition and what states it in one article: ``topic``,
  ``documentFile`` (``0.txt`` is the topic's first document), ``docSentCharIdx`` (where each sentence begins, in code
  points, by commas), ``docSentText`` (those sentences, by ``<SENT_SEP>``), ``cluster_idx`` (the proposition).
- ``derived_datasets/salience.json``: ``{topic: {"documents": [text, ...]}}``.

The sentences of a row state the claim of its cluster. Which other sentences a text has is not published: texts are
split by line and by sentencex, as the product does in part, and a sentence is labelled by what was aligned with it.

ECB+ (Cybulska and Vossen, LREC 2014, repository ``cltl/ecbPlus``): mentions of one event are chained across articles.
Read as its README and programs that read it tell; the corpus itself was not at hand when this was written:

- ``ECB+/TOPIC/NAME.xml``: ``<token t_id sentence>`` in order; in ``<Markables>`` mentions with ``m_id`` that hold
  ``<token_anchor t_id>``; in ``<Relations>`` ``<CROSS_DOC_COREF note>`` with ``<source m_id>``, where ``note`` is the
  chain: ``ACT...`` or ``NEG...`` for an event. Names that end in ``ecbplus`` report another event than the ``ecb`` of
  the topic, and have their address as sentence 0, which is left out.
- ``ECBplus_coreference_sentences.csv``: ``Topic,File,Sentence Number`` of the sentences that are annotated in full.

A chain is a claim that the sentences of its mentions state: to share an event is less than to state one claim, and
hardly anything is unique, so ``only_*`` mean little there. The corpus has tokens and no text: they are put together
again by rule.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Spans = list[tuple[int, int]]
Data = dict[str, Any]


# --- SPARK


def spark(rows: Iterable[Mapping[str, str]], documents: Mapping[str, Sequence[str]]) -> tuple[Data, int]:
    """Make a set of aligned sentences.

    Args:
        rows: the rows of ``manual_alignments.csv``.
        documents: the texts of each topic, in the order that ``documentFile`` numbers.

    Returns:
        the set, and how many aligned sentences are not where they are said to be, and so were left out.
    """
    claims: defaultdict[str, defaultdict[str, set[tuple[int, int]]]] = defaultdict(lambda: defaultdict(set))
    sentences = {topic: [_sentences(text) for text in texts] for topic, texts in documents.items()}
    lost = 0
    for row in rows:
        topic, number = row["topic"], int(row["documentFile"].removesuffix(".txt"))
        text = documents[topic][number]
        for start, aligned in zip(row["docSentCharIdx"].split(","), _aligned(row), strict=False):
            span = (int(start), int(start) + len(aligned))
            if text[slice(*span)] == aligned:
                covered = _covered(sentences[topic][number], span)
                claims[topic][row["cluster_idx"]].update((number, k) for k in covered)
            else:
                lost += 1
    stories = [_spark_story(topic, documents[topic], sentences[topic], claims[topic]) for topic in sorted(claims)]
    return {"set": "SPARK", "stories": stories}, lost


def _aligned(row: Mapping[str, str]) -> list[str]:
    return [text.rstrip() for text in row["docSentText"].split("<SENT_SEP>")]


def _sentences(text: str) -> Spans:
    """Split a text at its line breaks and by sentencex."""
    import sentencex

    found = []
    for line in re.finditer(r"[^\n]+", text):
        for piece in sentencex.get_sentence_boundaries("en", line.group()):
            words = line.group()[piece["start_index"] : piece["end_index"]]
            start = line.start() + piece["start_index"] + len(words) - len(words.lstrip())
            if words.strip():
                found.append((start, start + len(words.strip())))
    return found


def _covered(sentences: Spans, aligned: tuple[int, int]) -> Iterator[int]:
    """Yield the sentences that an aligned stretch stands for: half of the shorter of the two lies in the other."""
    for k, (start, end) in enumerate(sentences):
        shared = min(end, aligned[1]) - max(start, aligned[0])
        if shared > 0 and 2 * shared >= min(end - start, aligned[1] - aligned[0]):
            yield k


def _spark_story(
    topic: str, texts: Sequence[str], sentences: Sequence[Spans], claims: Mapping[str, Iterable[tuple[int, int]]]
) -> Data:
    return {
        "story": topic,
        "articles": [
            {"id": str(n), "text": text, "sentences": spans}
            for n, (text, spans) in enumerate(zip(texts, sentences, strict=True))
        ],
        "claims": [{"id": claim, "sentences": sorted(claims[claim])} for claim in sorted(claims)],
    }


# --- ECB+

_NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]}’”]+|\.\.\.|'(?:s|m|d|re|ve|ll)?|n['’]t|''", re.IGNORECASE)
_NO_SPACE_AFTER = re.compile(r"[(\[{$£€#‘“]+|``")


def joined(tokens: Sequence[str]) -> str:
    """Put a sentence together from its tokens; of straight quotation marks every second one closes."""
    text, glued, open_mark = "", True, False
    for token in tokens:
        closes = token == '"' and open_mark
        text += token if glued or closes or _NO_SPACE_BEFORE.fullmatch(token) else f" {token}"
        if token == '"':
            open_mark = not open_mark
        glued = (token == '"' and open_mark) or bool(_NO_SPACE_AFTER.fullmatch(token))
    return text


def ecb(files: Iterable[tuple[str, bytes]], selected: Iterable[tuple[str, int]]) -> Data:
    """Make a set of annotated articles.

    Args:
        files: name without suffix, such as ``10_1ecbplus``, and XML of each article.
        selected: name and sentence number of what is annotated in full.
    """
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for name, number in selected:
        numbers[name].add(number)
    articles = [_EcbArticle(name, data) for name, data in files]
    articles.sort(key=lambda article: (article.story, article.order))
    stories = [_ecb_story(name, list(of), numbers) for name, of in groupby(articles, key=lambda a: a.story)]
    return {"set": "ECB+", "stories": [story for story in stories if len(story["articles"]) > 1]}


class _EcbArticle:
    """One file: its text, the position of each numbered sentence, and the positions that each chain mentions."""

    def __init__(self, name: str, data: bytes) -> None:
        root = ElementTree.fromstring(data)
        named = re.fullmatch(r"(\d+)_(\d+)(ecb|ecbplus)", name)
        if not named:
            raise ValueError(f"{name}: not a file of ECB+, which are named like 10_1ecbplus.xml")
        self.name, self.order = name, int(named[2])
        self.story = f"{named[1]}_{named[3]}"
        tokens = [(t.get("t_id"), int(t.get("sentence", 0)), t.text or "") for t in root.iter("token")]
        kept = [row for row in tokens if row[1] or named[3] == "ecb"]
        sentence_of = {token: sentence for token, sentence, _ in kept}
        lines = [(n, joined([w for _, _, w in of])) for n, of in groupby(kept, key=lambda row: row[1])]
        lines = [(n, line) for n, line in lines if line]
        self.text = "\n".join(line for _, line in lines)
        self.position = {n: k for k, (n, _) in enumerate(lines)}
        self.sentences: Spans = []
        start = 0
        for _, line in lines:
            self.sentences.append((start, start + len(line)))
            start += len(line) + 1
        mentions = {
            mention.get("m_id"): {sentence_of.get(anchor.get("t_id")) for anchor in mention.iter("token_anchor")}
            for mention in root.findall("Markables/*")
        }
        self.chains: defaultdict[str, set[int]] = defaultdict(set)
        for chain in root.findall("Relations/CROSS_DOC_COREF"):
            if (note := chain.get("note", "")).startswith(("ACT", "NEG")):
                for source in chain.findall("source"):
                    found = mentions.get(source.get("m_id"), set())
                    self.chains[note] |= {self.position[n] for n in found if n in self.position}


def _ecb_story(name: str, articles: Sequence[_EcbArticle], selected: Mapping[str, set[int]]) -> Data:
    chains = sorted({chain for article in articles for chain, at in article.chains.items() if at})
    return {
        "story": name,
        "articles": [{"id": a.name, "text": a.text, "sentences": a.sentences} for a in articles],
        "annotated": [
            (n, a.position[k]) for n, a in enumerate(articles) for k in sorted(selected[a.name]) if k in a.position
        ],
        "claims": [
            {
                "id": chain,
                "sentences": [(n, k) for n, a in enumerate(articles) for k in sorted(a.chains.get(chain, ()))],
            }
            for chain in chains
        ],
    }


# --- files


def _read_spark(got: argparse.Namespace) -> Data:
    with got.alignments.open(encoding="utf-8", newline="") as file:
        csv.field_size_limit(sys.maxsize)
        rows = list(csv.DictReader(file))
    topics = json.loads(got.documents.read_text(encoding="utf-8"))
    data, lost = spark(rows, {topic: held["documents"] for topic, held in topics.items()})
    if lost:
        print(f"{lost} aligned sentences are not where they are said to be: left out", file=sys.stderr)
    return data


def _read_ecb(got: argparse.Namespace) -> Data:
    with got.selected.open(encoding="utf-8-sig", newline="") as file:
        selected = [(f"{row['Topic']}_{row['File']}", int(row["Sentence Number"])) for row in csv.DictReader(file)]
    paths = sorted(got.corpus.glob("*/*.xml"))
    if not paths:
        raise FileNotFoundError(2, "no */*.xml in it; name the unpacked folder ECB+", str(got.corpus))
    return ecb(((path.stem, path.read_bytes()) for path in paths), selected)


def main() -> None:
    """Convert a corpus that was downloaded from its publishers."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks.quality.convert", description="Make a set of a corpus.")
    kinds = ask.add_subparsers(required=True, metavar="spark|ecb")
    of_spark = kinds.add_parser("spark", help="from the files of oriern/SPARK")
    of_spark.add_argument("--alignments", type=Path, required=True, help="manual_alignments.csv")
    of_spark.add_argument("--documents", type=Path, required=True, help="derived_datasets/salience.json")
    of_spark.set_defaults(read=_read_spark)
    of_ecb = kinds.add_parser("ecb", help="from the files of cltl/ecbPlus")
    of_ecb.add_argument("--corpus", type=Path, required=True, help="the folder ECB+ of ECB+.zip")
    of_ecb.add_argument("--selected", type=Path, required=True, help="ECBplus_coreference_sentences.csv")
    of_ecb.set_defaults(read=_read_ecb)
    for each in (of_spark, of_ecb):
        each.add_argument("-o", "--output", type=Path, required=True, help="where to write the set")
    got = ask.parse_args()
    try:
        data = got.read(got)
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")
    except (KeyError, ValueError, ElementTree.ParseError) as error:
        sys.exit(f"not in the published format: {error!r}")
    got.output.write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")
    articles = sum(len(story["articles"]) for story in data["stories"])
    print(f"{got.output}: {len(data['stories'])} stories, {articles} articles")


if __name__ == "__main__":
    main()
