# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of the house. Pages carry their language in the path; standards and files do not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from friedensplatz.accounts import urls as accounts
from friedensplatz.api import api
from friedensplatz.assets import urls as assets
from friedensplatz.concerns import urls as concerns
from friedensplatz.core import urls as core
from friedensplatz.directory import urls as directory
from friedensplatz.notices import urls as notices
from friedensplatz.pages import urls as pages
from friedensplatz.search import urls as search
from friedensplatz.website import urls as website

handler400 = "friedensplatz.website.errors.bad_request"
handler403 = "friedensplatz.website.errors.forbidden"
handler404 = "friedensplatz.website.errors.not_found"
handler500 = "friedensplatz.website.errors.fault"

desk = [
    *website.desk_urlpatterns,
    *concerns.desk_urlpatterns,
    *pages.desk_urlpatterns,
    *directory.desk_urlpatterns,
    *assets.desk_urlpatterns,
    *search.desk_urlpatterns,
    *notices.desk_urlpatterns,
    *accounts.desk_urlpatterns,
]

urlpatterns = [
    *core.urlpatterns,
    *website.bare_urlpatterns,
    *assets.bare_urlpatterns,
    *directory.bare_urlpatterns,
    *concerns.bare_urlpatterns,
    path("api/v1/", api.urls),
    *i18n_patterns(
        *website.urlpatterns,
        *concerns.urlpatterns,
        *directory.urlpatterns,
        *assets.urlpatterns,
        *pages.urlpatterns,
        path("desk/", include(desk)),
        path("accounts/", include(accounts.urlpatterns)),
    ),
]
