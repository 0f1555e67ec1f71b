const AWS = require('aws-sdk');

const pipeline = new AWS.CodePipeline();

function stateOf(name) {
  return pipeline.getPipelineState({ name }).promise();
}

module.exports = stateOf;
