# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a file is, told by its content and not by its name, and whether it may be shown. Nothing of requests or rows."""
