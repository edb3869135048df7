# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changed between two texts, word by word, as HTML for eyes and for screen readers."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from friedensplatz.pages.blocks import Block, Word, text_of

Token = Word | str  # a word, or the tag of the block that begins here
Marked = tuple[str, Token]  # "" as it was, "ins" or "del"


def difference(old: list[Block], new: list[Block]) -> SafeString:
    """The new text in its blocks, with `<ins>` and `<del>` around what was added and removed."""
    marked = list(_marked(_tokens(old), _tokens(new)))
    return format_html_join("", "{}", ((block,) for block in _drawn(marked)))


def _tokens(blocks: list[Block]) -> list[Token]:
    tokens: list[Token] = []
    for block in blocks:
        tokens += [f"<{block.tag}>", *block.words]
    return tokens


def _marked(old: list[Token], new: list[Token]) -> Iterator[Marked]:
    for same, removed, added in _changes(old, new):
        yield from (("", token) for token in same)
        yield from (("del", token) for token in removed)
        yield from (("ins", token) for token in added)


def _changes(old: list[Token], new: list[Token]) -> Iterator[tuple[Sequence[Token], list[Token], list[Token]]]:
    """What stayed and then what changed, in turn. One word that stayed between two changes counts as changed."""
    removed: list[Token] = []
    added: list[Token] = []
    deeds = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (deed, i, i_end, j, j_end) in enumerate(deeds):
        between = 0 < number < len(deeds) - 1 and i_end - i == 1 and isinstance(old[i], Word)
        if deed == "equal" and not between:
            yield (), removed, added
            yield new[j:j_end], [], []
            removed, added = [], []
        else:
            removed, added = [*removed, *old[i:i_end]], [*added, *new[j:j_end]]
    yield (), removed, added


def _drawn(marked: list[Marked]) -> Iterator[SafeString]:
    """Paragraphs. A boundary that was removed shows as a sign within the paragraph that took its place."""
    tag, run = "p", list[Marked]()
    for deed, token in marked:
        if isinstance(token, str) and deed != "del":
            yield from _paragraph(tag, run)
            tag, run = token.strip("<>"), []
        elif isinstance(token, Word) or run:
            run.append((deed, token if isinstance(token, Word) else Word("¶", spaced=True)))
    yield from _paragraph(tag, run)


def _paragraph(tag: str, run: list[Marked]) -> Iterator[SafeString]:
    if run:
        parts = [_part(deed, [token for _deed, token in group]) for deed, group in groupby(run, lambda one: one[0])]
        yield format_html('<p class="fp-difference fp-difference--{}">{}</p>', tag, mark_safe("".join(parts)))


def _part(deed: str, words: list[Token]) -> SafeString:
    text = _styled([word for word in words if isinstance(word, Word)])
    if not deed:
        return text
    said = _("added:") if deed == "ins" else _("removed:")
    return format_html(
        '{0}<{1}><span class="kern-sr-only">[{2} </span>{3}<span class="kern-sr-only">]</span></{1}>',
        " " if text.startswith(" ") else "",
        mark_safe(deed),
        said,
        mark_safe(text.strip()),
    )


def _styled(words: list[Word]) -> SafeString:
    """Words with their bold, their emphasis and the target of their link in brackets behind them."""
    parts = []
    for marks, group in groupby(words, lambda word: word.marks):
        run = list(group)
        text = format_html("{}", text_of(run))
        if run[0].target is not None:
            text = format_html('{}<span class="fp-difference__target"> ({})</span>', text, run[0].target)
        for name in sorted(marks & {"strong", "em"}):
            text = format_html("<{0}>{1}</{0}>", mark_safe(name), text)
        parts.append(format_html("{}{}", " " if run[0].spaced else "", text))
    return mark_safe("".join(parts))
