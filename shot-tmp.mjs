import { chromium } from "playwright-core"; import { readFileSync } from "node:fs";
const base=process.env.BASE??"http://127.0.0.1:3100"; const seed=JSON.parse(readFileSync("/tmp/seed.json"));
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu","--disable-background-networking"]});
for (const spec of process.argv.slice(2)) {
  const [name,role,path,w="1280",scheme="light"]=spec.split("|");
  const ctx=await b.newContext({viewport:{width:Number(w),height:900},colorScheme:scheme,locale:"fr-FR"});
  if(seed.cookies[role]){const [n,...v]=seed.cookies[role].split("="); await ctx.addCookies([{name:n,value:v.join("="),url:base}]);}
  const p=await ctx.newPage();
  p.on("response",r=>{if(r.status()>=400)console.log(r.status(),r.url())}); p.on("console",m=>{if(m.type()==="error")console.log("console",m.text())});
  await p.goto(base+path.replace(/\$(\w+)/g,(_,k)=>seed[k])); await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:true}); await ctx.close();
}
await b.close();
