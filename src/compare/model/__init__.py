"""The nouns: articles and their pieces, and what was found out about them.

Frozen, slotted dataclasses that every other part reads and none changes. The model knows no other part of the program.

- **The texts**: :mod:`~compare.model.article`; which of them are the same tell :mod:`~compare.model.address` and
  :mod:`~compare.model.digest`.
- **The result**: :mod:`~compare.model.comparison`, with :mod:`~compare.model.stances`; one
  :mod:`~compare.model.index` of lookups, of which a comparison takes over from the one before all but their
  :mod:`~compare.model.difference`.
- **The reader**: :mod:`~compare.model.review` holds the marks, in the words of the texts,
  :mod:`~compare.model.corrections` what they mean for one set.
- **What screen and reports say alike**: :mod:`~compare.model.marks`, what each sentence is marked with;
  :mod:`~compare.model.partners`, which paragraphs say the same; :mod:`~compare.model.tally`, what can be counted of
  each article; :mod:`~compare.model.unread`, why nobody can say whether it states a claim;
  :mod:`~compare.model.phrases`, and :mod:`~compare.model.counting` for the noun of a count.
  :mod:`~compare.model.visible` makes foreign text safe to show.
- **Languages**: :mod:`~compare.model.languages` says which are known, :mod:`~compare.model.words` what a word is in
  them, :mod:`~compare.model.calendar` what months and days are called, :mod:`~compare.model.punctuation` which marks
  are written in several shapes, :mod:`~compare.model.abbreviations` what is written short beside names.
- **Files**: :mod:`~compare.model.schema` is the JSON contract, versioned apart; :mod:`~compare.model.ours` tells
  files that the program wrote.
"""

from compare.model.address import is_address, one_address
from compare.model.article import Article, CoverageSet, Notice, Paragraph, ParagraphKind, Sentence
from compare.model.comparison import (
    SPEECH,
    Claim,
    ClaimKind,
    Comparison,
    Conflict,
    ConflictKind,
    Counterpart,
    Fact,
    FactKind,
    Finding,
    FindingKind,
    Link,
    Mention,
    Nearest,
    Passage,
    Reuse,
    Span,
    Stance,
    Status,
)
from compare.model.corrections import Apart, Correction, Dated, Excluded, Included, Named, Together, Whole
from compare.model.counting import noun_for, plural
from compare.model.index import Index
from compare.model.languages import KNOWN, language_name, share_words
from compare.model.marks import GLYPHS, LIKELY, SURE, Mark, Marked, mark_in, marked, only_here
from compare.model.review import (
    ArticleSelector,
    Body,
    Coded,
    Completed,
    Joined,
    Judged,
    Noted,
    Parted,
    Quotes,
    QuoteSelector,
    ReaderMark,
    Redated,
    Remark,
    Renamed,
    Sifted,
    Starred,
    Verdict,
)
from compare.model.visible import one_line, visible

__all__ = [
    "GLYPHS",
    "KNOWN",
    "LIKELY",
    "SPEECH",
    "SURE",
    "Apart",
    "Article",
    "ArticleSelector",
    "Body",
    "Claim",
    "ClaimKind",
    "Coded",
    "Comparison",
    "Completed",
    "Conflict",
    "ConflictKind",
    "Correction",
    "Counterpart",
    "CoverageSet",
    "Dated",
    "Excluded",
    "Fact",
    "FactKind",
    "Finding",
    "FindingKind",
    "Included",
    "Index",
    "Joined",
    "Judged",
    "Link",
    "Mark",
    "Marked",
    "Mention",
    "Named",
    "Nearest",
    "Noted",
    "Notice",
    "Paragraph",
    "ParagraphKind",
    "Parted",
    "Passage",
    "QuoteSelector",
    "Quotes",
    "ReaderMark",
    "Redated",
    "Remark",
    "Renamed",
    "Reuse",
    "Sentence",
    "Sifted",
    "Span",
    "Stance",
    "Starred",
    "Status",
    "Together",
    "Verdict",
    "Whole",
    "is_address",
    "language_name",
    "mark_in",
    "marked",
    "noun_for",
    "one_address",
    "one_line",
    "only_here",
    "plural",
    "share_words",
    "visible",
]
