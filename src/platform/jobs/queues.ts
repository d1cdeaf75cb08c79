/** Every queue of the application: made at the start, so that a transaction may add to them. */
export const NOTIFICATION_MAIL = "notification-mail";
export const CATALOGUE_IMPORT = "catalogue-import";
export const OPENNESS_MONTHS = "openness-months";
export const QUEUES: readonly string[] = [NOTIFICATION_MAIL, CATALOGUE_IMPORT, OPENNESS_MONTHS];
