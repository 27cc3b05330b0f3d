// What rich text may contain: the same elements that the server keeps (pages/rich_text.py).
import { Schema } from "prosemirror-model";

function block(tag, content, more = {}) {
  return { content, group: "block", parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more };
}

function mark(tag, also = []) {
  return { parseDOM: [tag, ...also].map((name) => ({ tag: name })), toDOM: () => [tag, 0] };
}

const link = {
  attrs: { href: {} },
  inclusive: false,
  parseDOM: [{ tag: "a[href]", getAttrs: (element) => ({ href: element.getAttribute("href") }) }],
  toDOM: (node) => ["a", { href: node.attrs.href }, 0],
};

const heading = {
  attrs: { level: { default: 2 } },
  content: "inline*",
  group: "block",
  defining: true,
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    attrs: { level: Math.min(4, Math.max(2, level)) },
  })),
  toDOM: (node) => [`h${node.attrs.level}`, 0],
};

const numbered = {
  attrs: { start: { default: 1 } },
  content: "list_item+",
  group: "block",
  parseDOM: [{ tag: "ol", getAttrs: (element) => ({ start: element.start || 1 }) }],
  toDOM: (node) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
};

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: block("p", "inline*"),
    heading,
    blockquote: block("blockquote", "block+", { defining: true }),
    bullet_list: block("ul", "list_item+"),
    ordered_list: numbered,
    list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    horizontal_rule: { group: "block", parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
    hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    text: { group: "inline" },
  },
  marks: {
    link,
    strong: mark("strong", ["b"]),
    em: mark("em", ["i"]),
    sub: mark("sub"),
    sup: mark("sup"),
  },
});
