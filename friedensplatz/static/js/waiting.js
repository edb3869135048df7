// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// A page that shows how far something has come looks again by itself, unless somebody is on the way elsewhere.

const again = setTimeout(() => location.reload(), 2000)
addEventListener('beforeunload', () => clearTimeout(again))
