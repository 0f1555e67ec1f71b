const pause = (ms) => new Promise((resolve) => setTimeout(() => resolve(), ms));

const ready = (server) => new Promise((resolve, reject) => server.on('error', (err) => reject(err)).on('listening', resolve));

module.exports = { pause, ready };
