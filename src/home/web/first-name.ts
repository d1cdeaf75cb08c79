/** « Nadia » from « Nadia Ferrand », and from « FERRAND Nadia » as administrations often write it. */
export function firstNameOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const isCapitals = (word: string): boolean => word.length > 1 && word === word.toLocaleUpperCase("fr");
  return words.find((word) => !isCapitals(word)) ?? words[0] ?? name;
}
