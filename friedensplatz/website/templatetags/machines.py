# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the head of a public page tells machines: one address for each language, a card, linked data."""

from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.template.base import NodeList, Parser, Token
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from friedensplatz.core.addresses import absolute, alternates
from friedensplatz.core.linked import Node, data_block, document
from friedensplatz.website.machines import cards
from friedensplatz.website.machines.feeds import MODELS
from friedensplatz.website.machines.linked import house_name, web_page

register = template.Library()


class Capture(template.Node):
    """Keeps what stands between {% capture name %} and {% endcapture %} as a variable."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: template.Context) -> SafeString:
        context[self.name] = self.nodelist.render(context)
        return SafeString()


@register.tag
def capture(parser: Parser, token: Token) -> Capture:
    """A block's text under a name, because a template may show a block only once."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return Capture(nodelist, name)


@register.inclusion_tag("website/_public_head.html", takes_context=True)
def public_head(context: template.Context) -> dict[str, Any]:
    """Canonical address, other languages, card and linked data of the page being drawn.

    A view gives what its page is about as `linked`, a list of schema.org nodes of which the first is the main one.
    """
    path, match = context["request"].path, context["request"].resolver_match
    title, description = (_plain(context[name]) for name in ("page_title", "page_description"))
    name = house_name(context["city"])
    nodes: list[Node] = context.get("linked") or []
    page = web_page(absolute(path), title, description, about=nodes[0]["@id"] if nodes else "")
    return {
        "title": title,
        "description": description,
        "name": name,
        "card": cards.address_of(title, house_name(context["city"], settings.LANGUAGE_CODE)),
        "address": absolute(path),
        "alternates": alternates(path),
        "feeds": _feeds(match.url_name, match.kwargs) if match else [],
        "linked": data_block(document(page, *nodes)),
    }


def _feeds(url_name: str, parts: dict[str, Any]) -> list[str]:
    """The feed of the thing whose page this is, and that of everything."""
    kind = url_name.removesuffix("_page")
    own = [reverse("thing_feed", args=[f"{kind}s", *parts.values()])] if f"{kind}s" in MODELS else []
    return [absolute(address) for address in (*own, reverse("feed"))]


def _plain(html: str) -> str:
    """The text of a piece of a page."""
    return " ".join(unescape(strip_tags(html)).split())
