// Turns textareas with data-rich-text into an editor; what it writes goes back into the textarea.
import { baseKeymap } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { DOMParser as ModelParser, DOMSerializer } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { commandsFor, isOn, keysFor, rules } from "./rich-text-commands.js";
import { schema } from "./rich-text-schema.js";

function htmlOf(doc) {
  const holder = document.createElement("div");
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  return holder.textContent.trim() || doc.childCount > 1 ? holder.getHTML() : "";
}

function edit(area) {
  const frame = area.closest("[data-rich-text-frame]");
  const tools = frame.querySelector("[data-ask-for-link]");
  const commands = commandsFor(tools);
  const parsed = new DOMParser().parseFromString(area.value, "text/html");
  const place = document.createElement("div");
  place.className = "rich-text__place";
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: ModelParser.fromSchema(schema).parse(parsed.body),
      plugins: [rules, keysFor(commands), keymap(baseKeymap), history()],
    }),
    attributes: {
      class: "rich-text__text prose",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": area.labels[0]?.textContent.trim() ?? "",
      "aria-invalid": area.getAttribute("aria-invalid") ?? "false",
      "aria-describedby": area.getAttribute("aria-describedby") ?? "",
      lang: area.lang,
    },
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      if (change.docChanged) area.value = htmlOf(view.state.doc);
      show(view);
    },
  });
  const show = bindTools(tools, commands, view);
  area.after(place);
  area.hidden = true;
  tools.hidden = false;
  // Links to the field, as from the summary of errors, lead into the editor.
  area.addEventListener("focus", () => view.focus());
  area.labels[0]?.addEventListener("click", () => view.focus());
}

function bindTools(tools, commands, view) {
  const buttons = [...tools.querySelectorAll("[data-command]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      commands[button.dataset.command](view.state, view.dispatch, view);
      view.focus();
    });
  }
  return () => {
    for (const button of buttons.filter((one) => one.hasAttribute("aria-pressed"))) {
      button.setAttribute("aria-pressed", String(isOn(view.state, button.dataset.command)));
    }
  };
}

if ("getHTML" in Element.prototype) document.querySelectorAll("[data-rich-text]").forEach(edit);
