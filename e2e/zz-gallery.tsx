import { Gallery } from "#src/platform/ui/gallery.tsx";
import { Page } from "#src/platform/ui/page.tsx";
import { documentOf } from "#src/platform/ui/document.ts";
import { builtAssets } from "#src/platform/http/assets.ts";
export async function galleryResponse(): Promise<Response> {
  const html = await documentOf(<Page title="Composants" shell={{ assets: builtAssets("dist/client"), language: "fr", path: "/_ui" }}><Gallery language="fr" /></Page>);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" } });
}
