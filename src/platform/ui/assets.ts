/** The built files' addresses, as the build named them. */
export type AssetUrls = { readonly styles: string; readonly client: string; readonly font: string; readonly icon?: string | undefined };
