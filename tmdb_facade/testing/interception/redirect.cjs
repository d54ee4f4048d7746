// Loaded by Node before a program (NODE_OPTIONS): connections to TMDB's hosts go to an embedded server.
// Most programs for Node ignore the proxies of the environment.
"use strict";
const net = require("node:net");

const { hosts, ports } = JSON.parse(process.env.TMDB_EMBEDDED_ROUTE);
const original = net.Socket.prototype.connect;

function redirected(options) {
  const host = String(options.host ?? "").replace(/\.$/, "").toLowerCase();
  const port = hosts.includes(host) && ports[options.port];
  return port ? { ...options, host: "127.0.0.1", port, lookup: undefined } : options;
}

net.Socket.prototype.connect = function connect(...args) {
  if (Array.isArray(args[0])) {
    // How Node itself passes the arguments that it has normalized.
    args[0][0] = redirected(args[0][0]);
  } else if (typeof args[0] === "object") {
    args[0] = redirected(args[0]);
  } else if (typeof args[1] === "string") {
    const { host, port } = redirected({ port: args[0], host: args[1] });
    args.splice(0, 2, port, host);
  }
  return original.apply(this, args);
};
