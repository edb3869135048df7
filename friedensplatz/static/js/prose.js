// SPDX-FileCopyrightText: 2026 Friedensplatz contributors
// SPDX-License-Identifier: EUPL-1.2

// Rich text with the editor of django-prose-editor, which may do what the page's list of extensions says and no more.
// Links are chosen by the name of what they lead to. Where this does not run the text is written plainly.

const form = document.getElementById("writing");
const extensions = JSON.parse(document.getElementById("prose-extensions").textContent);
const tiptap = await import(form.dataset.editor);
const allowed = new RegExp(`^(${extensions.Link.protocols.join("|")}):`);

// What the bundled extensions lack: a table's caption and the direction of its header cells would get lost

function withoutCaption(table) {
  const copy = table.cloneNode(true);
  copy.querySelector("caption")?.remove();
  return copy;
}

const own = {
  Table: tiptap.Table.extend({
    addAttributes() {
      return { caption: { default: "", parseHTML: (table) => table.querySelector("caption")?.textContent ?? "", rendered: false } };
    },
    parseHTML() {
      return [{ tag: "table", contentElement: withoutCaption }];
    },
    renderHTML({ node }) {
      const caption = node.attrs.caption ? [["caption", {}, node.attrs.caption]] : [];
      return ["table", ...caption, ["tbody", 0]];
    },
  }),
  TableHeader: tiptap.TableHeader.extend({
    addAttributes() {
      return { ...this.parent?.(), scope: { default: null } };
    },
  }),
  Link: tiptap.Link.extend({
    addKeyboardShortcuts() {
      return { "Mod-k": ({ editor }) => (chooseLink(editor), true) };
    },
  }),
};
const more = { Link: { openOnClick: false, linkOnPaste: true, isAllowedUri: (address) => allowed.test(address) } };
const built = Object.entries(extensions).map(([name, options]) => {
  const extension = own[name] ?? tiptap[name];
  return options === true ? extension : extension.configure({ ...options, ...more[name] });
});

// Word writes lists as paragraphs with a dot in front, and headings of any level

const MARKER = /^\s*(?:(?:[·•▪§o–-]|[0-9a-z]{1,3}[.)])\s+)?/i;

function takeOff(element, length) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (length > 0 && texts.nextNode()) {
    const text = texts.currentNode;
    const part = Math.min(length, text.data.length);
    text.data = text.data.slice(part);
    length -= part;
  }
}

function fromWord(html) {
  const bare = html.replace(/\sstyle=("[^"]*"|'[^']*')/gi, ""); // the house allows none, and asks the browser to say so
  const page = new DOMParser().parseFromString(bare, "text/html");
  for (const [from, to] of [["h1,h2", "h3"], ["h5,h6", "h4"]]) {
    for (const heading of page.querySelectorAll(from)) {
      const other = page.createElement(to);
      other.append(...heading.childNodes);
      heading.replaceWith(other);
    }
  }
  for (const item of page.querySelectorAll("p[class*=MsoList]")) {
    const text = item.textContent.trim();
    const list = /^[0-9a-z]{1,3}[.)]\s/i.test(text) ? "ol" : "ul";
    const last = item.previousElementSibling;
    const holder = last?.matches(`${list}.from-word`) ? last : page.createElement(list);
    if (holder !== last) {
      holder.className = "from-word";
      item.before(holder);
    }
    takeOff(item, MARKER.exec(item.textContent)[0].length);
    const entry = page.createElement("li");
    entry.append(...item.childNodes);
    holder.append(entry);
    item.remove();
  }
  return page.body.innerHTML;
}

// Tools

const chain = (editor) => {
  editor.view.focus(); // at once, so that no key is lost that is pressed right after a tool
  return editor.chain().focus();
};
const TOOLS = {
  bold: (editor) => chain(editor).toggleBold().run(),
  italic: (editor) => chain(editor).toggleItalic().run(),
  heading3: (editor) => chain(editor).toggleHeading({ level: 3 }).run(),
  heading4: (editor) => chain(editor).toggleHeading({ level: 4 }).run(),
  bulletList: (editor) => chain(editor).toggleBulletList().run(),
  orderedList: (editor) => chain(editor).toggleOrderedList().run(),
  blockquote: (editor) => chain(editor).toggleBlockquote().run(),
  link: (editor) => chooseLink(editor),
  table: (editor) => chain(editor).setTextSelection(editor.state.selection.to).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
  undo: (editor) => chain(editor).undo().run(),
  redo: (editor) => chain(editor).redo().run(),
  headerRow: (editor) => chain(editor).toggleHeaderRow().run(),
  headerColumn: (editor) => chain(editor).toggleHeaderColumn().run(),
  rowAfter: (editor) => chain(editor).addRowAfter().run(),
  rowGone: (editor) => chain(editor).deleteRow().run(),
  columnAfter: (editor) => chain(editor).addColumnAfter().run(),
  columnGone: (editor) => chain(editor).deleteColumn().run(),
  caption: (editor) => writeCaption(editor),
  tableGone: (editor) => chain(editor).deleteTable().run(),
};
const ACTIVE = {
  bold: ["bold"],
  italic: ["italic"],
  heading3: ["heading", { level: 3 }],
  heading4: ["heading", { level: 4 }],
  bulletList: ["bulletList"],
  orderedList: ["orderedList"],
  blockquote: ["blockquote"],
  link: ["link"],
};

function toolsOf(editor) {
  const bar = document.getElementById("prose-tools").content.firstElementChild.cloneNode(true);
  const buttons = [...bar.querySelectorAll("button")];
  const reach = (button) => buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1));
  reach(buttons[0]);
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    reach(button);
    TOOLS[button.dataset.tool](editor);
  });
  bar.addEventListener("keydown", (event) => {
    const shown = buttons.filter((button) => button.offsetParent);
    const ahead = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] && (event.key === ahead ? 1 : -1);
    if (!step) return;
    event.preventDefault();
    const next = shown[(shown.indexOf(document.activeElement) + step + shown.length) % shown.length];
    reach(next);
    next.focus();
  });
  const show = () => {
    for (const button of buttons) {
      const active = ACTIVE[button.dataset.tool];
      if (active) button.setAttribute("aria-pressed", String(editor.isActive(...active)));
    }
    bar.querySelector("[data-in-table]").hidden = !editor.isActive("table");
  };
  editor.on("transaction", show);
  return bar;
}

// Links by name

const dialog = document.getElementById("link-dialog");
const words = document.getElementById("link-words");
const address = document.getElementById("link-address");
const found = dialog.querySelector("[data-link-found]");
const KINDS = "page office organisation duty topic audience district goal";

async function look() {
  const asked = new URLSearchParams({ words: words.value, kinds: KINDS, name: "link", single: "1" });
  found.innerHTML = await (await fetch(`${form.dataset.things}?${asked}`)).text();
}
dialog.querySelector("[data-link-find]").addEventListener("click", look);
words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  look();
});

function chooseLink(editor) {
  const { from, to, empty } = editor.state.selection;
  const now = editor.getAttributes("link").href ?? "";
  words.value = empty ? "" : editor.state.doc.textBetween(from, to, " ");
  address.value = now.startsWith("fp:") ? "" : now;
  found.replaceChildren();
  dialog.querySelector("[data-link-unset]").hidden = !now;
  if (words.value && !now) look();
  dialog.returnValue = "";
  dialog.onclose = () => setLink(editor, dialog.returnValue);
  dialog.showModal();
}

function setLink(editor, wish) {
  const chosen = found.querySelector("input:checked");
  const href = chosen ? `fp:${chosen.value}` : address.value.trim();
  const marked = chain(editor).extendMarkRange("link");
  if (wish === "unset") return marked.unsetLink().run();
  if (wish !== "set" || !href) return editor.commands.focus();
  const whole = /^[^\s@/:]+@[^\s@]+$/.test(href) ? `mailto:${href}` : /^[+0-9 /-]+$/.test(href) ? `tel:${href.replace(/[^+0-9]/g, "")}` : href;
  const target = allowed.test(whole) ? whole : `https://${whole.replace(/^[a-z]+:\/*/i, "")}`;
  if (editor.state.selection.empty && !editor.isActive("link")) {
    const label = chosen ? chosen.labels[0].firstChild.textContent.trim() : href;
    return chain(editor).insertContent([{ type: "text", text: label, marks: [{ type: "link", attrs: { href: target } }] }]).run();
  }
  return marked.setLink({ href: target }).run();
}

const captionDialog = document.getElementById("caption-dialog");

function writeCaption(editor) {
  const field = document.getElementById("caption-words");
  field.value = editor.getAttributes("table").caption ?? "";
  captionDialog.returnValue = "";
  captionDialog.onclose = () => {
    if (captionDialog.returnValue === "set") chain(editor).updateAttributes("table", { caption: field.value.trim() }).run();
  };
  captionDialog.showModal();
}

// One editor for each text

function edit(textarea) {
  const holder = textarea.closest("[data-prose]");
  const { id, name, lang, dir } = textarea;
  textarea.removeAttribute("id");
  textarea.hidden = true;
  holder.previousElementSibling.hidden = true;
  const element = document.createElement("div");
  holder.append(element);
  const editor = new tiptap.Editor({
    element,
    injectCSS: false,
    extensions: built,
    content: textarea.dataset.html,
    editorProps: {
      attributes: { id, lang, dir, role: "textbox", "aria-multiline": "true", "aria-labelledby": `label-${name}`, class: "fp-prose__text fp-text" },
      transformPastedHTML: fromWord,
    },
    onUpdate() {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  document.getElementById(`label-${name}`).addEventListener("click", () => editor.commands.focus());
  element.before(toolsOf(editor));
}

const editAll = (where) => where.querySelectorAll("[data-prose] > textarea").forEach(edit);
editAll(form);
document.addEventListener("fp:added", (event) => editAll(event.detail));
