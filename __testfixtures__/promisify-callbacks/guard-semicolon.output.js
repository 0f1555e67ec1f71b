const fs = require('fs')
const { promisify } = require('util')

const statAsync = promisify(fs.stat)
const readdirAsync = promisify(fs.readdir)

async function report () {
  const stats = await statAsync('/tmp')
  ;[stats.size, stats.mtime].forEach((x) => console.log(x))
}

async function call (fallback) {
  const names = await readdirAsync('/tmp')
  // nobody can help
  // the names, or what was given
  ;(names || fallback).forEach((x) => console.log(x))
}

module.exports = { report, call }
