/** Of the name of an authority, in characters. */
export const LONGEST_AUTHORITY_NAME = 200;
