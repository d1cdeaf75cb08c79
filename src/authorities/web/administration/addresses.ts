import { isUuid } from "#src/kernel/ids.ts";
import type { AppContext } from "#src/platform/http/context.ts";

export const ADMINISTRATION_PATH = "/administration";
export const PEOPLE_PATH = `${ADMINISTRATION_PATH}/personnes`;
export const INVITE_PATH = `${PEOPLE_PATH}/inviter`;
export const INVITATIONS_PATH = `${ADMINISTRATION_PATH}/invitations`;
export const DEPARTMENTS_PATH = `${ADMINISTRATION_PATH}/services`;
export const SETTINGS_PATH = `${ADMINISTRATION_PATH}/reglages`;
export const JOURNAL_PATH = `${ADMINISTRATION_PATH}/journal`;

/** Whom or what the address names; undefined when it can name nothing. */
export function idOf<Id extends string>(c: AppContext): Id | undefined {
  const id = c.req.param("id");
  return isUuid(id) ? (id as Id) : undefined;
}
