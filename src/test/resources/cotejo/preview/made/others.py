"""How the models of other writers in this folder were made; what the writers say of them stands in expected.json.

xgboost.json, xgboost_multi.ubj: xgboost4j 3.4.0 (five rounds of binary:logistic over columns a to d; four rounds of
multi:softprob with three classes). xgboost_old.bin: the same as the latter by xgboost 1.7.4, format "deprecated".
ridge.pmml: JPMML-SkLearn 1.9.0, of a Ridge that scikit-learn trained on its diabetes data. The rest by this file, with
skops 0.15.dev0 and coremltools 9.1.dev1. Leaves were counted over the nodes without a left child by a few lines of Python.
"""
import coremltools.models.tree_ensemble as ensemble
import numpy as np
import skops.io
from coremltools.models import datatypes
from coremltools.models.neural_network import NeuralNetworkBuilder
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

x = np.random.default_rng(0).normal(size=(60, 4))
y = (x[:, 0] > 0).astype(int)
skops.io.dump(make_pipeline(StandardScaler(), LogisticRegression(C=0.5)).fit(x, y), "pipeline.skops")

layers = NeuralNetworkBuilder([("x", datatypes.Array(4))], [("y", datatypes.Array(2))])
layers.add_inner_product("fc", W=np.ones((2, 4)), b=np.zeros(2), input_channels=4, output_channels=2, has_bias=True,
                         input_name="x", output_name="h")
layers.add_activation("act", "SIGMOID", "h", "y")
layers.spec.description.metadata.author = "ana"
with open("layers.mlmodel", "wb") as file:
    file.write(layers.spec.SerializeToString())

trees = ensemble.TreeEnsembleClassifier([("f1", datatypes.Double()), ("f2", datatypes.Double())], [0, 1], None)
trees.add_branch_node(0, 0, 0, 0.5, "BranchOnValueLessThanEqual", 1, 2)
trees.add_leaf_node(0, 1, {0: -1.0})
trees.add_leaf_node(0, 2, {0: 1.0})
trees.set_default_prediction_value(0.0)
with open("trees.mlmodel", "wb") as file:
    file.write(trees.spec.SerializeToString())
