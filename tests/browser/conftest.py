# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Debian's Chromium in front of a whole house. Without a browser these tests are skipped, and `make test` says so."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.house import running_house
from tests.machine import chromium

HERE = Path(__file__).parent
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
QUIET = (*QUIET, "--disable-sync", "--no-first-run", "--disable-dev-shm-usage")
OFF = "ERR_INTERNET_DISCONNECTED"  # a test has pulled the plug; /nowhere/ is missing on purpose too
PATIENCE = 30_000  # milliseconds a page may take on a busy machine


def pytest_collection_modifyitems(items):
    """All journeys share one house and one browser, so they run in one process."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if not chromium():
                item.add_marker(pytest.mark.skip(reason="needs a browser (apt-get install chromium)"))


@pytest.fixture(scope="package")
def house(tmp_path_factory):
    with running_house(tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture(scope="package")
def chrome():
    """Ends with the package: while Playwright lives, Django takes the thread for an asynchronous one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def new_page(house, chrome):
    """Opens windows of any kind and watches them: no request to anybody else, no error in the console."""
    complaints, contexts = [], []

    def complain(message):
        place = message.location["url"]
        if message.type == "error" and not place.endswith("/nowhere/") and OFF not in message.text:
            complaints.append(f"{message.text} {place}")

    def watch(page):
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: is_elsewhere(request.url) and complaints.append(request.url))

    def is_elsewhere(url):
        return not url.startswith((house.address, "data:", "blob:", "about:"))

    def open_window(width=1280, *, javascript=True, **more):
        context = chrome.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            base_url=house.address,
            locale="de-DE",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []
