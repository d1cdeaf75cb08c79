/** Turns the unfolding section into a modal dialog with the same content. */
export class ConfirmDialog extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector("details");
    const body = this.querySelector<HTMLElement>(".confirm-body");
    const opener = this.querySelector("summary");
    if (!details || !body || !opener || this.querySelector("dialog")) return;
    const dialog = document.createElement("dialog");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "ds-button";
    close.dataset.variant = "tertiary";
    close.textContent = this.dataset.close ?? "×";
    close.addEventListener("click", () => dialog.close());
    dialog.setAttribute("aria-labelledby", body.dataset.title ?? "");
    const wasOpen = details.open;
    details.open = false;
    dialog.append(body, close);
    this.append(dialog);
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    dialog.addEventListener("close", () => opener.focus());
    if (wasOpen) dialog.showModal();
  }
}
