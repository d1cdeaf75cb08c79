import { countCharacters } from "./character-count.ts";
import { ConfirmDialog } from "./confirm-dialog.ts";
import { LiveMatches } from "./live-matches.ts";
import { SwapRegion } from "./swap-region.ts";

/** The only script of the browser. Every page works without it. */
customElements.define("confirm-dialog", ConfirmDialog);
customElements.define("live-matches", LiveMatches);
customElements.define("swap-region", SwapRegion);
document.addEventListener("input", countCharacters);
document.querySelector<HTMLElement>(".error-summary")?.focus();
