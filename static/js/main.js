// Binds small behaviours to data- attributes; every page works without them.
import { bindAutosave } from "./autosave.js";
import { bindCopyLinks } from "./copy-link.js";
import { bindCharacterCounts } from "./character-count.js";
import { showCurrentTabs } from "./current-tab.js";
import { bindDrafts } from "./draft-keeper.js";
import { bindDialogs } from "./dialog.js";
import { bindErrorSummaries } from "./error-summary.js";
import { bindFileInputs } from "./file-input.js";
import { bindHtmx } from "./htmx-requests.js";
import { bindMenus } from "./menu.js";
import { foldWhenNarrow } from "./narrow-fold.js";
import { bindPrintButtons } from "./print-button.js";
import { bindPushForms } from "./push-devices.js";
import { bindProofs } from "./proof-of-work.js";
import { bindRowKeys } from "./row-keys.js";
import { bindSelections } from "./select-words.js";
import { bindSingleSubmit } from "./single-submit.js";
import { bindSurveys } from "./survey.js";
import { bindThemeToggles } from "./theme.js";
import { bindTickAll } from "./tick-all.js";

// Behaviours that wait on the document once.
bindAutosave();
bindCopyLinks();
bindDialogs();
bindDrafts();
bindHtmx();
bindMenus();
bindPrintButtons();
bindProofs();
bindPushForms();
bindRowKeys();
bindSelections();
bindSingleSubmit();
bindThemeToggles();
bindTickAll();
showCurrentTabs();

// Behaviours that touch elements, so they also look at what HTMX brings.
function bindWithin(root) {
  bindCharacterCounts(root);
  bindErrorSummaries(root);
  bindFileInputs(root);
  bindSurveys(root);
  foldWhenNarrow(root);
}
bindWithin(document);
document.addEventListener("htmx:load", (event) => bindWithin(event.detail.elt));
