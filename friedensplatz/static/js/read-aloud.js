// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Reads [data-read-aloud] with the browser's own voice, one sentence per utterance. The sentence being read is
// highlighted; pausing keeps the place and resuming repeats the sentence from its beginning, because browsers
// disagree about pausing inside one (Chromium on Android forgets where it was).

(() => {
  const region = document.querySelector("[data-read-aloud]");
  const bar = document.querySelector("[data-read-aloud-bar]");
  if (!region || !bar || !("speechSynthesis" in window) || !("Segmenter" in Intl)) return;

  const SKIPPED = "form, nav, script, style, .fp-no-print, [aria-hidden='true'], .kern-sr-only";
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, blockquote, figcaption";

  const button = bar.querySelector("button");
  const highlight = "Highlight" in window ? new Highlight() : null;
  if (highlight) CSS.highlights.set("fp-spoken", highlight);

  let sentences = null;
  let place = 0;
  let reading = false;

  function languageOf(block) {
    return block.closest("[lang]").lang;
  }

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

  function sentencesOf(block) {
    const nodes = textNodesOf(block);
    const text = nodes.map((node) => node.data).join("");
    const language = languageOf(block);
    const parts = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
    return parts
      .filter((part) => /[\p{L}\p{N}]/u.test(part.segment))
      .map((part) => {
        const range = new Range();
        range.setStart(...pointAt(nodes, part.index));
        range.setEnd(...pointAt(nodes, part.index + part.segment.trimEnd().length));
        return { text: part.segment.replace(/\s+/g, " ").trim(), language, range, block };
      });
  }

  function show(sentence) {
    highlight?.clear();
    if (!sentence) return;
    highlight?.add(sentence.range);
    sentence.block.scrollIntoView({ block: "nearest" });
  }

  function label() {
    const state = reading ? "pause" : place > 0 ? "resume" : "start";
    button.lastElementChild.textContent = bar.dataset[state];
    button.firstElementChild.className = `kern-icon kern-icon--${reading ? "pause" : "speaker"}`;
  }

  function stop() {
    reading = false;
    speechSynthesis.cancel();
    show(null);
    label();
  }

  function speak() {
    if (place >= sentences.length) {
      place = 0;
      stop();
      return;
    }
    const sentence = sentences[place];
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = sentence.language;
    utterance.onend = () => {
      if (!reading) return;
      place += 1;
      speak();
    };
    utterance.onerror = () => reading && stop();
    show(sentence);
    speechSynthesis.speak(utterance);
  }

  button.addEventListener("click", () => {
    if (reading) {
      stop();
      return;
    }
    sentences ??= [...region.querySelectorAll(BLOCKS)].flatMap(sentencesOf);
    reading = true;
    label();
    speak();
  });
  addEventListener("pagehide", stop);
  label();
  bar.hidden = false;
})();
