# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The house's own API: one router per component."""

from typing import Any

from django.conf import settings
from ninja import NinjaAPI, Schema
from ninja.openapi.schema import OpenAPISchema

from friedensplatz import __version__
from friedensplatz.core.caching import for_programs
from friedensplatz.directory.api.doors import router as doors
from friedensplatz.directory.api.matters import router as matters
from friedensplatz.pages.api import router as pages
from friedensplatz.website.api import router as website


class NotFound(Schema):
    """There is no such thing."""

    detail: str


class Mistake(Schema):
    """What is wrong with one value: where it stands (`query`, its name) and why."""

    type: str
    loc: list[str | int]
    msg: str


class Mistakes(Schema):
    detail: list[Mistake]


REFUSALS: dict[int, tuple[str, type[Schema]]] = {404: ("Not found", NotFound), 422: ("Not understood", Mistakes)}


class DescribedAPI(NinjaAPI):
    """Says in its description also what it answers when it does not find or understand."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        described = super().get_openapi_schema(**options)
        for _description, schema in REFUSALS.values():
            own = schema.model_json_schema(ref_template="#/components/schemas/{model}")
            described["components"]["schemas"] |= own.pop("$defs", {}) | {schema.__name__: own}
        for path, operations in described["paths"].items():
            for operation in operations.values():
                asked = operation.get("parameters") or "requestBody" in operation
                wanted = [404] * ("{" in path) + [422] * bool(asked)
                operation["responses"] |= {str(status): _refusal(status) for status in wanted}
        return described


def _refusal(status: int) -> dict[str, Any]:
    description, schema = REFUSALS[status]
    reference = {"$ref": f"#/components/schemas/{schema.__name__}"}
    return {"description": description, "content": {"application/json": {"schema": reference}}}


api = DescribedAPI(
    title="Friedensplatz",
    version=__version__,
    docs_url=None,
    urls_namespace="api",
    servers=[{"url": settings.PUBLIC_URL}],
)
api.add_decorator(for_programs, mode="view")
api.add_router("", website)
api.add_router("", doors)
api.add_router("", matters)
api.add_router("", pages)
