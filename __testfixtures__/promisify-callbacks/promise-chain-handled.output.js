const AWS = require('aws-sdk');

const table = new AWS.DynamoDB.DocumentClient();

async function nameOf(id) {
  console.log('name of', id);

  try {
    const data = await table
      .get({ TableName: 'names', Key: { id } })
      .promise();
    if (!data.Item) {
      return Promise.reject('nobody');
    } else {
      return data.Item.name;
    }
  } catch (err) {
    throw `failed: ${err.code}`;
  }
}

exports.handler = async (event) => {
  try {
    return await nameOf(event.id);
  } catch (error) {
    return { error };
  }
};
