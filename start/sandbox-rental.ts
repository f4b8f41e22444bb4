import { Hono } from 'hono'

/** Where an approved applicant of the sandbox continues while RENTAL_URL is not set: a page that says what would stand there. */
export const sandboxRentalPath = '/sandbox/rental'

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>租赁平台 · Rental platform</title>
<h1>租赁平台</h1>
<p>这里代表您的租赁平台：申请人通过审核后，从这里继续签约和收货。用 RENTAL_URL 或订单里的返回地址换成真实的页面。</p>
<h1 lang="en">Rental platform</h1>
<p lang="en">This stands in for your rental platform: an approved applicant goes on to contract and delivery here. RENTAL_URL, or the return address of an order, puts the real page in its place.</p>
</html>
`

export function sandboxRental(): Hono {
  const app = new Hono()
  app.get(sandboxRentalPath, c => c.html(page, 200, { 'content-security-policy': "default-src 'none'" }))
  return app
}
