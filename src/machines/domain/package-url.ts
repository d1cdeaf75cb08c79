import type { NamedPackage } from "./mapping.ts";
import { familyOf } from "./package-family.ts";

/** Who distributes a package, as a package URL names it. */
export type Distribution = { readonly type: "deb" | "rpm"; readonly namespace: string };

const DEB: readonly (readonly [RegExp, string])[] = [
  [/\bdebian\b/i, "debian"],
  [/\bubuntu\b/i, "ubuntu"],
];
const RPM: readonly (readonly [RegExp, string])[] = [
  [/^fedora project\b/i, "fedora"],
  [/^red hat\b/i, "redhat"],
  [/^centos\b/i, "centos"],
  [/^rocky\b/i, "rocky-linux"],
  [/^almalinux\b/i, "almalinux"],
  [/^opensuse\b/i, "opensuse"],
];

/**
 * The distribution that made a package, where its publisher names it; undefined where it would be a guess: a package of an editor's own
 * repository has the name and the form of Debian's, and other faults. (Package URL, types deb and rpm.)
 */
export function distributionOf({ origin, publisher }: Pick<NamedPackage, "origin" | "publisher">): Distribution | undefined {
  const family = familyOf(origin);
  if (family !== "deb" && family !== "rpm") return undefined;
  const found = (family === "deb" ? DEB : RPM).find(([pattern]) => pattern.test(publisher.slice(0, 200)));
  return found === undefined ? undefined : { type: family, namespace: found[1] };
}

/** A publisher without the addresses that maintainers of packages write there. */
export function publisherAlone(publisher: string): string {
  return publisher
    .split(/[<>]/)
    .filter((part) => !part.includes("@"))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}
