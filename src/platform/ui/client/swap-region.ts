/** A part of the page that changes without the rest: links and GET forms inside it, or its own clock for a running job. */
export class SwapRegion extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;

  connectedCallback(): void {
    if (this.dataset.links) {
      this.addEventListener("click", this);
      this.addEventListener("submit", this);
    }
    this.#wait();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  handleEvent(event: Event): void {
    const url = event.type === "submit" ? formUrl(event) : linkUrl(event);
    if (url === undefined || url.origin !== location.origin || url.pathname !== location.pathname) return;
    event.preventDefault();
    void this.#show(url, true);
  }

  #wait(): void {
    const seconds = Number(this.dataset.every);
    const src = this.dataset.src;
    if (!(seconds > 0) || src === undefined) return;
    this.#timer = setTimeout(() => {
      if (document.hidden || this.contains(document.activeElement)) return this.#wait();
      void this.#show(new URL(src, location.href), false);
    }, seconds * 1000);
  }

  async #show(url: URL, remember: boolean): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: this.#asked.signal, headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(this.id);
      if (!answer.ok || answer.redirected || fresh === null) return location.assign(url);
      if (remember) pushState(url);
      const focused = document.activeElement?.id ?? "";
      this.replaceWith(document.adoptNode(fresh));
      document.getElementById(focused)?.focus();
      sayAgain(fresh);
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === "AbortError") && remember) location.assign(url);
      else if (!remember) this.#wait();
    } finally {
      this.removeAttribute("aria-busy");
    }
  }
}

/** Going back reads the page again. The mark tells our own steps from a jump to an anchor. */
function pushState(url: URL): void {
  history.replaceState({ swapped: true }, "");
  history.pushState({ swapped: true }, "", url);
  window.onpopstate = (event) => {
    if (event.state?.swapped) location.reload();
  };
}

/** What arrives already written is not announced; what is written a moment later is. */
function sayAgain(region: HTMLElement): void {
  const status = region.querySelector("[role=status]");
  const words = status?.textContent ?? "";
  if (status === null) return;
  status.textContent = "";
  setTimeout(() => {
    status.textContent = words;
  }, 150);
}

function linkUrl(event: Event): URL | undefined {
  if (!(event instanceof MouseEvent) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  return link?.href && !link.hasAttribute("download") ? new URL(link.href) : undefined;
}

function formUrl(event: Event): URL | undefined {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "get") return undefined;
  const url = new URL(form.action);
  url.search = "";
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") url.searchParams.append(name, value);
  return url;
}
