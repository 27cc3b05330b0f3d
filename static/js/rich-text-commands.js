// What the editor of rich text can do: by its buttons, by keys, by what is typed.
import { chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./rich-text-schema.js";

const { nodes, marks } = schema;
const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/(?!\/))\S+$/;

const hardBreak = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

function insertRule(state, dispatch) {
  dispatch?.(state.tr.replaceSelectionWith(nodes.horizontal_rule.create()).scrollIntoView());
  return true;
}

function askForLink(tools) {
  return (state, dispatch, view) => {
    if (state.selection.empty) return false;
    if (!dispatch) return true;
    const { from, to } = state.selection;
    if (state.doc.rangeHasMark(from, to, marks.link)) return toggleMark(marks.link)(state, dispatch);
    const href = window.prompt(tools.dataset.askForLink, "https://")?.trim();
    if (!href || !ADDRESS.test(href)) return true;
    toggleMark(marks.link, { href })(state, dispatch);
    view.focus();
    return true;
  };
}

export function commandsFor(tools) {
  return {
    strong: toggleMark(marks.strong),
    em: toggleMark(marks.em),
    link: askForLink(tools),
    paragraph: setBlockType(nodes.paragraph),
    h2: setBlockType(nodes.heading, { level: 2 }),
    h3: setBlockType(nodes.heading, { level: 3 }),
    list: wrapInList(nodes.bullet_list),
    numbers: wrapInList(nodes.ordered_list),
    quote: wrapIn(nodes.blockquote),
    lift: chainCommands(liftListItem(nodes.list_item), lift),
    rule: insertRule,
    undo,
    redo,
  };
}

export const rules = inputRules({
  rules: [
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d+)\.\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) })),
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
  ],
});

// Tab is left to the browser: whoever moves by keyboard must be able to leave the editor.
export function keysFor(commands) {
  return keymap({
    "Mod-b": commands.strong,
    "Mod-i": commands.em,
    "Mod-k": commands.link,
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    "Mod-]": sinkListItem(nodes.list_item),
    "Mod-[": commands.lift,
    "Shift-Enter": hardBreak,
    Enter: splitListItem(nodes.list_item),
  });
}

// Whether the words at the cursor already are what the button makes.
export function isOn(state, name) {
  const { from, to, $from, empty } = state.selection;
  const type = marks[name];
  if (type) return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type);
  return $from.parent.type === nodes.heading && name === `h${$from.parent.attrs.level}`;
}
