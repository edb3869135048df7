# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.cli import main

if __name__ == "__main__":
    main()
