// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads [data-read-aloud] with the browser's own voice, one sentence per utterance, and highlights the sentence.
// Browsers disagree about pausing inside an utterance (Chromium on Android forgets where it was), about events for
// single words (remote voices send none) and about long utterances (some stop after fifteen seconds). So: pausing
// cancels and remembers the sentence, sentences are highlighted, and long ones are cut at their commas.

(() => {
  const region = document.querySelector("[data-read-aloud]");
  const bar = document.querySelector("[data-read-aloud-bar]");
  if (!region || !bar || !("speechSynthesis" in window)) return;

  const SKIPPED = "form, nav, script, style, .fp-no-print, [aria-hidden='true']";
  const BLOCKS = "h1, h2, h3, h4, h5, p, li, dt, dd, th, td, blockquote, figcaption, address, summary";
  const LONGEST = 220; // letters of one utterance
  const PLACES = "fp-read-aloud-places"; // the last public pages and the sentence on each, kept on this device only
  const RATE = "fp-read-aloud-rate";
  const PAGES_KEPT = 20;
  const PAGE = location.pathname + location.search;

  const toggle = bar.querySelector("[data-read-toggle]");
  const more = bar.querySelector(".fp-read-aloud__more");
  const rate = bar.querySelector("[data-read-rate]");
  const none = bar.querySelector("[data-none]");
  const highlight = "Highlight" in window ? new Highlight() : null;
  if (highlight) CSS.highlights.set("fp-spoken", highlight);

  let sentences = null;
  let place = 0;
  let spoken = null; // the utterance being spoken; also keeps the browser from forgetting it before it ends

  // --- What is kept on this device ----------------------------------------------------------------------------------

  function kept(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  function keep(name, value) {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Storage is full or forbidden: the place is only kept until the page is left.
    }
  }

  function keepPlace() {
    if (!("keep" in bar.dataset)) return; // What stands on this page is nobody else's business.
    const others = kept(PLACES, []).filter(([page]) => page !== PAGE);
    const here = place > 0 && place < sentences.length ? [[PAGE, place, sentences[place].text]] : [];
    keep(PLACES, [...here, ...others].slice(0, PAGES_KEPT));
  }

  function findPlace() {
    const found = kept(PLACES, []).find(([page]) => page === PAGE);
    if (!found) return 0;
    const [, index, text] = found;
    if (sentences[index]?.text === text) return index;
    return Math.max(0, sentences.findIndex((sentence) => sentence.text === text)); // The page has changed since.
  }

  // --- From the page to sentences -----------------------------------------------------------------------------------

  function textNodesOf(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) => {
      const parent = node.parentElement;
      const hidden = parent.closest(SKIPPED) || parent.closest("details:not([open]) > :not(summary)");
      return hidden || parent.closest(BLOCKS) !== block ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  function pointAt(nodes, offset) {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    const last = nodes[nodes.length - 1];
    return [last, last.length];
  }

  function segmentsOf(text, language) {
    if (!("Segmenter" in Intl)) return text.match(/[^.!?…؟]+[.!?…؟]*\s*|[.!?…؟]+\s*/g) ?? [];
    return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map((part) => part.segment);
  }

  // "z. B.", "5. Mai" and "Nr. 5" end no sentence; what goes on with a small letter is none of its own.
  function whole(segments) {
    return segments.reduce((found, segment) => {
      const before = found.at(-1);
      if (before && (/(^|[\s(])(\p{L}|\d{1,3}|Nr|Dr|ca|bzw|vgl|Abs|Str)\.\s*$/u.test(before) || /^\p{Ll}/u.test(segment))) {
        return [...found.slice(0, -1), before + segment];
      }
      return [...found, segment];
    }, []);
  }

  function short(segment) {
    return segment.length <= LONGEST ? [segment] : (segment.match(/[^,;:–]+[,;:–]*\s*/g) ?? [segment]).reduce(joined, []);
  }

  function joined(parts, part) {
    const last = parts.at(-1);
    return last && last.length + part.length <= LONGEST ? [...parts.slice(0, -1), last + part] : [...parts, part];
  }

  function sentencesOf(block) {
    const nodes = textNodesOf(block);
    const language = block.closest("[lang]").lang;
    const parts = whole(segmentsOf(nodes.map((node) => node.data).join(""), language)).flatMap(short);
    let start = 0;
    return parts.flatMap((part) => {
      const range = new Range();
      range.setStart(...(nodes.length ? pointAt(nodes, start) : [block, 0]));
      range.setEnd(...(nodes.length ? pointAt(nodes, start + part.trimEnd().length) : [block, 0]));
      start += part.length;
      return /[\p{L}\p{N}]/u.test(part) ? [{ text: part.replace(/\s+/g, " ").trim(), language, range, block }] : [];
    });
  }

  function prepare() {
    if (sentences) return;
    sentences = [...region.querySelectorAll(BLOCKS)].flatMap(sentencesOf);
    place = findPlace();
  }

  // --- Speaking -----------------------------------------------------------------------------------------------------

  function voiceFor(language) {
    const own = speechSynthesis.getVoices().filter((voice) => voice.lang.replace("_", "-").startsWith(language));
    return own.find((voice) => voice.localService) ?? own[0] ?? null;
  }

  function show(sentence) {
    highlight?.clear();
    region.querySelector(".fp-spoken")?.classList.remove("fp-spoken");
    if (!sentence) return;
    if (highlight) highlight.add(sentence.range);
    else sentence.block.classList.add("fp-spoken");
    sentence.block.scrollIntoView({ block: "nearest" });
  }

  function label() {
    const state = spoken ? "pause" : place > 0 ? "resume" : "start";
    toggle.lastElementChild.textContent = bar.dataset[state];
    toggle.firstElementChild.className = `kern-icon kern-icon--${spoken ? "pause" : "speaker"}`;
    more.hidden = state === "start";
  }

  function stop() {
    if (!spoken) return;
    spoken = null;
    speechSynthesis.cancel();
    show(null);
    keepPlace();
    label();
  }

  function speak() {
    speechSynthesis.cancel(); // Its end is not ours any more: `spoken` is another utterance by then.
    const sentence = sentences[place];
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = sentence.language;
    utterance.voice = voiceFor(sentence.language.split("-")[0]);
    utterance.rate = Number(rate.value);
    utterance.onend = () => utterance === spoken && goTo(place + 1);
    utterance.onerror = () => utterance === spoken && stop();
    spoken = utterance;
    show(sentence);
    keepPlace();
    label();
    speechSynthesis.speak(utterance);
  }

  function goTo(wanted) {
    place = Math.max(0, wanted);
    if (place < sentences.length) {
      speak();
      return;
    }
    place = 0;
    stop();
  }

  // --- The bar ------------------------------------------------------------------------------------------------------

  function begin(wanted) {
    prepare();
    if (sentences.length) goTo(wanted ?? place);
  }

  // Some browsers name no voice although they have one: then we let them try.
  function lookForVoices() {
    const missing = speechSynthesis.getVoices().length > 0 && !voiceFor(document.documentElement.lang);
    toggle.hidden = missing;
    if (missing) more.hidden = true;
    none.textContent = missing ? none.dataset.none : "";
  }

  toggle.addEventListener("click", () => (spoken ? stop() : begin()));
  for (const button of bar.querySelectorAll("[data-read-step]")) {
    button.addEventListener("click", () => begin(place + Number(button.dataset.readStep)));
  }
  bar.querySelector("[data-read-again]").addEventListener("click", () => begin(0));
  rate.addEventListener("change", () => {
    keep(RATE, rate.value);
    if (spoken) speak();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && stop());
  addEventListener("pagehide", stop);
  speechSynthesis.addEventListener?.("voiceschanged", lookForVoices);

  if ([...rate.options].some((option) => option.value === kept(RATE, ""))) rate.value = kept(RATE, "");
  if (kept(PLACES, []).some(([page]) => page === PAGE)) prepare();
  label();
  lookForVoices();
  bar.hidden = false;
})();
