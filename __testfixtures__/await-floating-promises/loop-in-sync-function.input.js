const { appendFile } = require('fs/promises')

function saveAll(lines) {
  for (const line of lines) appendFile('/tmp/out.log', line)
}

exports.run = async (lines) => {
  saveAll(lines)
  return 'ok'
}
