# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search's words, for editors."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from friedensplatz.accounts.access import permitted, signed_in
from friedensplatz.core.listing import slice_of
from friedensplatz.search.actions import delete_word, save_part, save_synonyms, settle_miss
from friedensplatz.search.bets import bets_with_things, place_bet, take_bet_back
from friedensplatz.search.forms import BetForm, PartForm, SynonymForm
from friedensplatz.search.models import BestBet, SynonymGroup, WordPart
from friedensplatz.search.queries import find, synonym_groups, word_parts, words_that_found_nothing

MISSES_SHOWN, PARTS_SHOWN, BETS_OFFERED = 20, 100, 12


editors_only = permitted("search.change_words")


@require_safe
@editors_only
def search_words(request: HttpRequest) -> HttpResponse:
    """What people looked for in vain, and which words mean the same."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    groups = slice_of(synonym_groups(), ["language", "pk"], after=after, before=before)
    misses = words_that_found_nothing()[:MISSES_SHOWN]
    return render(request, "search/search_words.html", {"slice": groups, "misses": misses})


@require_POST
@editors_only
def miss_settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Take words off those looked for in vain; somebody else may have done so already."""
    if miss := words_that_found_nothing().filter(pk=pk).first():
        settle_miss(miss, by=signed_in(request))
    messages.success(request, _("Settled. If several people look for it in vain again, it comes back."))
    return redirect("search_words")


@require_safe
@editors_only
def search_parts(request: HttpRequest) -> HttpResponse:
    """The words that German compounds are split into."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    parts = slice_of(word_parts(), ["text"], after=after, before=before, size=PARTS_SHOWN)
    return render(request, "search/search_parts.html", {"slice": parts})


@editors_only
def synonyms_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add or change a group of words that mean the same."""
    group = get_object_or_404(SynonymGroup, pk=pk) if pk else SynonymGroup()
    initial = {"words": request.GET["word"][:60]} if "word" in request.GET else {}
    form = SynonymForm(request.POST or None, instance=group, initial=initial, languages=list(settings.LANGUAGES))
    if form.is_valid():
        save_synonyms(form.save(commit=False), by=signed_in(request))
        messages.success(request, _("Kept. The search knows these words from now on."))
        return redirect("search_words")
    return render(request, "search/word_edit.html", {"form": form, "word": group, "list": "search_words"})


@require_safe
@editors_only
def bet_list(request: HttpRequest) -> HttpResponse:
    """What stands first for which words, and why."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    bets = slice_of(bets_with_things(), ["words", "pk"], after=after, before=before)
    return render(request, "search/bet_list.html", {"slice": bets, "today": timezone.localdate()})


@editors_only
def bet_add(request: HttpRequest) -> HttpResponse:
    """Choose what stands first for some words. `look` is what the thing is looked for by."""
    words = request.GET.get("word", "")[:80]
    look = request.GET.get("look", "") or words
    things = [(hit.thing_key, hit.title) for hit in find(look, limit=BETS_OFFERED).hits] if look else []
    form = BetForm(request.POST or None, things=things, initial={"words": words})
    if form.is_valid():
        place_bet(
            form.cleaned_data["words"],
            form.cleaned_data["thing"],
            reason=form.cleaned_data["reason"],
            until=form.cleaned_data["until"],
            by=signed_in(request),
        )
        messages.success(request, _("It stands first for these words from now on."))
        return redirect("bet_list")
    return render(request, "search/bet_add.html", {"form": form, "look": look, "things": things})


@editors_only
def bet_delete(request: HttpRequest, pk: int) -> HttpResponse:
    bet = get_object_or_404(BestBet, pk=pk)
    if request.method == "POST":
        take_bet_back(bet, by=signed_in(request))
        messages.success(request, _("Deleted."))
        return redirect("bet_list")
    return render(request, "search/word_delete.html", {"word": bet, "list": "bet_list"})


@editors_only
def part_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add or change a compound part."""
    part = get_object_or_404(word_parts(), pk=pk) if pk else WordPart()
    form = PartForm(request.POST or None, instance=part)
    if form.is_valid():
        save_part(form.save(commit=False), by=signed_in(request))
        messages.success(request, _("Kept. The index is made anew within a few minutes."))
        return redirect("search_parts")
    return render(request, "search/word_edit.html", {"form": form, "word": part, "list": "search_parts"})


@editors_only
def synonyms_delete(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, get_object_or_404(SynonymGroup, pk=pk), "search_words")


@editors_only
def part_delete(request: HttpRequest, pk: int) -> HttpResponse:
    return _delete(request, get_object_or_404(word_parts(), pk=pk), "search_parts")


def _delete(request: HttpRequest, word: SynonymGroup | WordPart, back_to: str) -> HttpResponse:
    """Show what will be forgotten; forget it when that is confirmed."""
    if request.method == "POST":
        delete_word(word, by=signed_in(request))
        messages.success(request, _("Deleted."))
        return redirect(back_to)
    return render(request, "search/word_delete.html", {"word": word, "list": back_to})
