# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""From where a request comes, as coarsely as suffices to slow somebody who asks too often."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """The network a request comes from: the first 24 bits of IPv4, 48 of IPv6; empty when unknown.

    Behind a proxy (setting FRIEDENSPLATZ_BEHIND_PROXY) the last address of X-Forwarded-For is the proxy's own finding.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.SECURE_PROXY_SSL_HEADER:
        address = str(request.META.get("HTTP_X_FORWARDED_FOR", address)).rpartition(",")[2].strip()
    try:
        width = 24 if ipaddress.ip_address(address).version == 4 else 48
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{address}/{width}", strict=False))
