const fs = require('fs')

async function report () {
  fs.stat('/tmp', function (err, stats) {
    if (err) throw err
    ;[stats.size, stats.mtime].forEach((x) => console.log(x))
  })
}

async function call (fallback) {
  fs.readdir('/tmp', function (err, names) {
    if (err) throw err // nobody can help
    // the names, or what was given
    ;(names || fallback).forEach((x) => console.log(x))
  })
}

module.exports = { report, call }
