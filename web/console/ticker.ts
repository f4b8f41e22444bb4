/** A worker: its clock goes on at the same pace when the page is hidden, which the page's own does not. */
const drawnPerSecond = 12

setInterval(() => postMessage(null), 1000 / drawnPerSecond)
