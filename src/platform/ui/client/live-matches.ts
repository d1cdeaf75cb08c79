const PAUSE_MS = 250;
const SHORTEST = 3;

/** Shows, while somebody types in a field, what the server answers for it. The last question asked is the only one answered. */
export class LiveMatches extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  connectedCallback(): void {
    document.getElementById(this.dataset.for ?? "")?.addEventListener("input", this);
  }

  disconnectedCallback(): void {
    document.getElementById(this.dataset.for ?? "")?.removeEventListener("input", this);
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  handleEvent(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#timer = setTimeout(() => void this.#ask(field.value.trim()), PAUSE_MS);
  }

  async #ask(typed: string): Promise<void> {
    if (typed.length < SHORTEST) return this.replaceChildren();
    const url = new URL(this.dataset.src ?? "", location.href);
    if (url.origin !== location.origin) return;
    url.searchParams.set(this.dataset.param ?? "q", typed.slice(0, 500));
    this.#asked = new AbortController();
    try {
      const answer = await fetch(url, { signal: this.#asked.signal, headers: { accept: "text/html" } });
      if (answer.ok && !answer.redirected) this.replaceChildren(fragmentOf(await answer.text()));
    } catch {
      // Another letter was typed, or the network is away: the form works without suggestions.
    }
  }
}

function fragmentOf(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  return fragment;
}
