import type { InstallationId } from "#src/kernel/ids.ts";

/** What passes from one to the other: data, the right to come in, the place where it runs, or something else. */
export const INTERFACE_KINDS = ["data", "sign-in", "hosting", "other"] as const;
export type InterfaceKind = (typeof INTERFACE_KINDS)[number];

export const DESCRIPTION_MAX = 500;

/** What an installation needs of another: without `neededId`, `installationId` does not work, or not wholly. */
export type Interface = { readonly installationId: InstallationId; readonly neededId: InstallationId; readonly kind: InterfaceKind };
