/** Where packages come from, as far as their names are concerned: one family names things in one way. */
export const PACKAGE_FAMILIES = ["deb", "rpm", "flatpak", "snap", "desktop", "other"] as const;
export type PackageFamily = (typeof PACKAGE_FAMILIES)[number];

/**
 * The family of an origin as agents write it. `desktop`: names as people read them, of Windows (registry, updates, store) and of macOS;
 * agents of macOS, and old ones of Windows, say no origin at all.
 */
export function familyOf(origin: string): PackageFamily {
  return FAMILIES.get(origin.length > 20 ? "?" : origin.trim().toLowerCase()) ?? "other";
}

const FAMILIES: ReadonlyMap<string, PackageFamily> = new Map([
  ["deb", "deb"],
  ["dpkg", "deb"],
  ["rpm", "rpm"],
  ["flatpak", "flatpak"],
  ["snap", "snap"],
  ["", "desktop"],
  ["windows", "desktop"],
  ["registry", "desktop"],
  ["wmi", "desktop"],
  ["uwp", "desktop"],
  ["msi", "desktop"],
  ["macos", "desktop"],
  ["mac", "desktop"],
]);
