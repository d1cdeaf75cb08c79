const QUIET_MS = 600;
const waiting = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Says how many characters are left, once the person pauses: the words come with the page, in its language. */
export function countCharacters(event: Event): void {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement)) return;
  const max = Number(area.dataset.max);
  const note = document.getElementById(area.dataset.count ?? "");
  if (note === null || !(max > 0)) return;
  clearTimeout(waiting.get(note));
  waiting.set(
    note,
    setTimeout(() => {
      const left = max - area.value.length;
      const words = left < 0 ? note.dataset.over : note.dataset.left;
      note.dataset.state = left < 0 ? "over" : "under";
      note.setAttribute("role", "status");
      note.textContent = (words ?? "{n}").replace("{n}", String(Math.abs(left)));
    }, QUIET_MS),
  );
}
