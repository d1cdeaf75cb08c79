import { chromium } from "playwright-core"; import { readFileSync, existsSync } from "node:fs";
const base="http://127.0.0.1:3101";
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu","--disable-background-networking"]});
const lines=readFileSync("/tmp/demo.log","utf8").split("\n").filter(l=>l.includes("verify"));
const roles=["requester","reviewer","guarantor","admin","elected","dpo"];
for (const spec of process.argv.slice(2)) {
  const [name,role,path,w="1280",scheme="light"]=spec.split("|");
  const state=`/tmp/state-${role}.json`;
  const ctx=await b.newContext({viewport:{width:Number(w),height:900},colorScheme:scheme,locale:"fr-FR",...(existsSync(state)?{storageState:state}:{})});
  const p=await ctx.newPage();
  if(role!=="out"&&!existsSync(state)){ const l=lines[roles.indexOf(role)].replace(/.* (http)/,"$1"); await p.goto(l); await ctx.storageState({path:state}); }
  p.on("response",r=>{if(r.status()>=400)console.log(r.status(),r.url())}); p.on("console",m=>{if(m.type()==="error")console.log("console",m.text())});
  await p.goto(base+path); 
  const o=await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if(o>0) console.log(name,"OVERFLOW",o);
  await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:true}); await ctx.close();
}
await b.close();
