# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from friedensplatz.core.health import parts_of_the_house


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """For a load balancer or a watchman: 200 when every part is well, else 503."""
    parts = parts_of_the_house()
    well = all(part.is_well for part in parts.values())
    answer = {"ready": well, **{name: asdict(part) for name, part in parts.items()}}
    return JsonResponse(answer, status=200 if well else 503)
