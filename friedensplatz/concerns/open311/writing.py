# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Documents as XML or JSON. XML is the standard's own form: no namespaces, UTF-8; JSON has the same content."""

import json
import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpResponse

Document = dict[str, Any] | list[dict[str, Any]]

ITEMS = {
    "services": "service",
    "service_requests": "request",
    "errors": "error",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
}
"""What one member of each list is called in XML."""
TYPES = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}
UNKNOWN_TO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def answer(name: str, document: Document, ending: str, status: int = 200) -> HttpResponse:
    """A document as the ending of its address asks; `name` is the root element. Any page of the web may read it."""
    content = json.dumps(document, ensure_ascii=False) if ending == "json" else _xml(name, document)
    response = HttpResponse(content, content_type=TYPES.get(ending, TYPES["xml"]), status=status)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _xml(name: str, document: Document) -> bytes:
    root = Element(name)
    _fill(root, document)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _fill(element: Element, value: Any) -> None:
    if isinstance(value, dict):
        for name, part in value.items():
            _fill(SubElement(element, name), part)
    elif isinstance(value, list):
        for part in value:
            _fill(SubElement(element, ITEMS[element.tag]), part)
    elif isinstance(value, bool):
        element.text = str(value).lower()
    elif value is not None:
        element.text = UNKNOWN_TO_XML.sub("\N{REPLACEMENT CHARACTER}", str(value))
